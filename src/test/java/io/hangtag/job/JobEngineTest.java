package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.TestPictures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every job, whatever it does with a photo. */
class JobEngineTest {
    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final JobFixture shop = new JobFixture(MODEL.classifier());

    @ParameterizedTest(name = "answer lost: {0}")
    @ValueSource(booleans = {false, true})
    void isRightWhereverItsProcessIsKilled(boolean afterTheCall) throws InterruptedException {
        // given what an uninterrupted run comes to
        JobCounts expected = new JobCounts(7, 5, 1, 1);
        int calls = 0;
        int kills = 0;

        do {
            // when the process is killed at its n-th call, and another one goes on
            JobFixture killed = shopOfSeven();
            Job job = killed.created(backfill());
            killed.interruptions.killAt(kills + 1, afterTheCall);
            boolean ended = runUntilKilled(killed, job);
            calls = killed.interruptions.calls();
            killed.interruptions.never();
            Job done = killed.loop(3).run(killed.stored(job.jobId()), step -> {});

            // then
            assertThat(done.state()).isEqualTo(JobState.DONE);
            assertThat(done.counts()).as("killed at call %d", kills + 1).isEqualTo(expected);
            assertThat(killed.photos.versions())
                    .filteredOn(version -> !version.photoId().key().contains("broken"))
                    .allSatisfy(version ->
                            assertThat(killed.photos.tags(version.photoId())).containsEntry("class", "red-shirt"));
            if (ended) {
                break;
            }
            kills++;
        } while (true);

        assertThat(kills).isEqualTo(calls).isGreaterThan(30);
    }

    @Test
    void twoProcessesAtOneJobDoNoHarm() {
        // given
        JobFixture shared = shopOfSeven();
        Job job = shared.created(backfill());
        JobEngine left = shared.engine(3);
        JobEngine right = shared.engine(3);

        // when each makes every step on what it read before the other made it
        while (!shared.stored(job.jobId()).state().isFinal()) {
            Job read = shared.stored(job.jobId());
            Job first = left.step(read, "left").await().indefinitely();
            Job second = right.step(read, "right").await().indefinitely();
            assertThat(second).isEqualTo(first);
        }

        // then
        assertThat(shared.stored(job.jobId()).counts()).isEqualTo(new JobCounts(7, 5, 1, 1));
    }

    @Test
    void aCancelIsSeenBeforeTheNextStep() {
        // given a job after its first page
        JobFixture busy = shopOfSeven();
        Job job = busy.created(backfill());
        JobEngine engine = busy.engine(3);
        busy.step(engine, job.jobId());
        busy.step(engine, job.jobId());

        // when
        busy.jobs.cancel(job.jobId()).await().indefinitely();
        busy.step(engine, job.jobId());

        // then
        Job cancelled = busy.stored(job.jobId());
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.counts().seen()).isEqualTo(3);
    }

    @Test
    void aStepThatIsCancelledUnderWayStillCounts() {
        // given a step that has read its job
        JobFixture busy = shopOfSeven();
        Job job = busy.created(backfill());
        JobEngine engine = busy.engine(3);
        busy.step(engine, job.jobId());
        Job read = busy.stored(job.jobId());

        // when
        busy.jobs.cancel(job.jobId()).await().indefinitely();
        Job after = engine.step(read, "late").await().indefinitely();
        Job onceMore = engine.step(read, "later still").await().indefinitely();

        // then it counts once
        assertThat(after.state()).isEqualTo(JobState.CANCELLED);
        assertThat(after.counts().seen()).isEqualTo(3);
        assertThat(onceMore).isEqualTo(after);
    }

    @Test
    void aJobThatEndedIsNeitherCancelledNorResumed() throws InterruptedException {
        Job done = shop.run(backfill(), 3);

        assertThat(shop.jobs.cancel(done.jobId()).await().indefinitely()).contains(done);
        assertThat(shop.jobs.resume(done.jobId()).await().indefinitely()).contains(done);
        assertThat(shop.jobs.cancel("20260301T120000Z-00000000").await().indefinitely())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} photos a second")
    @CsvSource({"0.05, 1", "0.5, 2", "1, 5", "4, 10", "200, 10"})
    void keepsItsRate(double rate, int pageSize) throws InterruptedException {
        // given
        for (int i = 0; i < 40; i++) {
            shop.put("uploads/%02d.png".formatted(i), TestPictures.RED_SHIRT);
        }
        Job job = shop.created(backfill().withRate(rate));
        Instant start = shop.clock.instant();
        List<Instant> steps = new ArrayList<>();

        // when
        Job done = shop.loop(10).run(job, step -> steps.add(shop.clock.instant()));

        // then photos are due at the rate, of which the last page is due at once when it is its turn
        Duration took = Duration.between(start, shop.clock.instant());
        assertThat(done.counts().tagged()).isEqualTo(40);
        assertThat(took.toMillis() / 1000.0).isCloseTo((40 - pageSize) / rate, within(pageSize / rate / 2));
        // and never in bursts of more than a few seconds' worth
        for (int i = 2; i < steps.size(); i++) {
            assertThat(Duration.between(steps.get(i - 1), steps.get(i)).toMillis() / 1000.0)
                    .isLessThanOrEqualTo(pageSize / rate + 0.001);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.009, 1001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARateThatIsNone(double rate) {
        assertThatThrownBy(() -> backfill().withRate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A rate is 0.01 to 1000 photos a second");
    }

    @Test
    void idsSortByTheTimeOfTheirCreation() {
        JobId ids = new JobId();
        Instant now = shop.clock.instant();

        assertThat(ids.at(now)).matches("20260301T120000Z-[0-9a-f]{8}").isLessThan(ids.at(now.plusSeconds(1)));
        assertThat(ids.at(now)).isNotEqualTo(ids.at(now));
    }

    private static boolean runUntilKilled(JobFixture shop, Job job) throws InterruptedException {
        try {
            shop.loop(3).run(job, step -> {});
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(Interruptions.Killed.class);
            return false;
        }
    }

    /** Five photos that are missing, one that is not, one that cannot be read. */
    private static JobFixture shopOfSeven() {
        JobFixture seven = new JobFixture(MODEL.classifier());
        seven.tagged("uploads/c-answered.png", TestPictures.RED_SHIRT);
        for (String name : List.of("a", "b", "d", "e", "f")) {
            seven.put("uploads/" + name + ".png", TestPictures.RED_SHIRT);
        }
        seven.putBroken("uploads/d-broken.png");
        return seven;
    }

    private static JobRequest backfill() {
        return JobRequest.backfill(JobFixture.BUCKET, "uploads/", "ada", JobRunner.COMMAND_LINE);
    }
}
