package io.hangtag.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Held against what can be reckoned by hand. */
class SimulationTest {
    private static final Scenario SMALL = new Scenario(20_000, 1_769, 10, new FunctionProfile(5, 5, 50, 150, 1_500), 1);

    @Test
    void theSameSeedGivesTheSameResult() {
        assertThat(run(SMALL)).isEqualTo(run(SMALL)).isNotEqualTo(new Simulation(SMALL, 8).run());
    }

    @Test
    void everyPhotoIsInOneInvocation() {
        Result result = run(SMALL.withPhotos(20_003));

        assertThat(result.invocations()).isEqualTo(4_001);
        assertThat(result.coldStarts()).isEqualTo(10);
        assertThat(result.retried()).isZero();
    }

    @Test
    void tenEnvironmentsWorkAtTenTimesThePaceOfOne() {
        // given a batch of five that takes 5 x 50 ms of one processor, or 200 ms of waiting with it, and the mean of
        // what is drawn
        double ten = run(SMALL).photosPerSecond();
        double one = run(SMALL.withMaximumConcurrency(1)).photosPerSecond();

        assertThat(ten / one).isCloseTo(10, within(0.5));
        assertThat(one).isBetween(14.0, 20.0);
    }

    @Test
    void noMoreComeThanTheNarrowestLimitLetsThrough() {
        Result result = run(SMALL.withPhotos(200_000).withMaximumConcurrency(1_000));

        assertThat(result.narrowest()).isEqualTo(Limit.INDEX_PARTITION);
        assertThat(result.photosPerSecond()).isBetween(700.0, 1_000.0);
    }

    @Test
    void spreadKeysMoveTheLimitToTheNextOne() {
        Result result =
                run(SMALL.withPhotos(400_000).withMaximumConcurrency(1_000).withPartitions(4));

        assertThat(result.narrowest()).isEqualTo(Limit.S3_READS);
        assertThat(result.photosPerSecond()).isBetween(800.0, Limit.S3_READS.photosPerSecond());
    }

    @Test
    void halfAProcessorTakesTwiceAsLongForWhatIsComputed() {
        Scenario noWaiting = new Scenario(20_000, 1_769, 10, new FunctionProfile(5, 5, 50, 0, 0), 1);

        double whole = run(noWaiting).seconds();
        double half = run(noWaiting.withMegabytes(1_769 / 2)).seconds();

        assertThat(half / whole).isCloseTo(2, within(0.05));
    }

    @Test
    void moreInFlightHidesWaiting() {
        Scenario oneByOne = new Scenario(20_000, 1_769, 10, new FunctionProfile(5, 1, 50, 150, 0), 1);

        assertThat(run(oneByOne).seconds() / run(SMALL).seconds()).isGreaterThan(2);
    }

    @Test
    void photosThatTheStoresKeepWaitingTooLongComeAgainOrEndAsDeadLetters() {
        // given batches so quick that hundreds of environments stand in the stores' line at once
        Scenario rush = new Scenario(300_000, 1_769, 1_000, new FunctionProfile(50, 50, 0.1, 1, 0), 1);

        Result result = run(rush);

        assertThat(result.retried()).isPositive();
        assertThat(result.invocations() * 50).isEqualTo(rush.photos() + result.retried());
    }

    @Test
    void costsFollowFromWhatIsBilled() {
        Result result = new Result(SMALL, 100, 1_000_000, 10, 1_000, 0, 0, null);

        // 1,000 s of 1.7275 GB at $0.0000133334, and a million requests at $0.20
        assertThat(result.dollars()).isCloseTo(0.02303 + 0.20, within(0.0001));
    }

    private static Result run(Scenario scenario) {
        return new Simulation(scenario, 7).run();
    }
}
