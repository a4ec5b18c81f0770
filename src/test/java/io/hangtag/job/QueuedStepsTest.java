package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.InMemoryStepQueue;
import io.hangtag.testing.TestPictures;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that messages ask for, delivered at least once. */
class QueuedStepsTest {
    private static final int PHOTOS = 8;
    private static final int PAGE = 3;

    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final JobFixture shop = new JobFixture(MODEL.classifier());
    private final InMemoryStepQueue queue = new InMemoryStepQueue(shop.clock);

    @Test
    void runsAJobByOneMessageAStep() {
        // given
        Job job = begin(shop, queue, null);

        // when
        work(shop, queue);

        // then one to plan, and one for each of three pages
        assertThat(shop.stored(job.jobId()).state()).isEqualTo(JobState.DONE);
        assertThat(shop.stored(job.jobId()).counts()).isEqualTo(new JobCounts(PHOTOS, PHOTOS, 0, 0));
        assertThat(queue.sent()).isEqualTo(4);
        assertThat(queue.size()).isZero();
    }

    @ParameterizedTest(name = "answer lost: {0}")
    @ValueSource(booleans = {false, true})
    void survivesACrashBetweenAnyTwoCalls(boolean afterTheCall) {
        int crashes = 0;
        boolean crashed = true;
        for (int call = 1; crashed; call++) {
            // given
            JobFixture crashing = new JobFixture(MODEL.classifier());
            InMemoryStepQueue messages = new InMemoryStepQueue(crashing.clock);
            Job job = begin(crashing, messages, null);
            crashing.interruptions.killAt(call, afterTheCall);

            // when a function crashes, its message comes again, to another one
            crashed = false;
            while (messages.size() > 0) {
                crashed |= !deliver(crashing, messages);
            }

            // then
            assertThat(crashing.stored(job.jobId()).state())
                    .as("crash at call %d", call)
                    .isEqualTo(JobState.DONE);
            assertThat(crashing.stored(job.jobId()).counts())
                    .as("crash at call %d", call)
                    .isEqualTo(new JobCounts(PHOTOS, PHOTOS, 0, 0));
            crashes += crashed ? 1 : 0;
        }
        assertThat(crashes).isGreaterThan(30);
    }

    @Test
    void survivesAFunctionThatCrashesAtEveryCommitBeforeItSends() {
        // given a queue that cannot be reached, so that the message of each committed step comes again
        Job job = begin(shop, queue, null);
        StepMessage only = queue.receive().orElseThrow();
        QueuedSteps cutOff = new QueuedSteps(
                shop.store,
                shop.engine(PAGE),
                (message, delay) -> Uni.createFrom().failure(new IllegalStateException("cut off")),
                shop.clock);

        // when
        for (int delivery = 0; delivery < 4; delivery++) {
            cutOff.make(only).onFailure().recoverWithNull().await().indefinitely();
        }

        // then that one message made every step
        assertThat(shop.stored(job.jobId()).state()).isEqualTo(JobState.DONE);
        assertThat(shop.stored(job.jobId()).counts().tagged()).isEqualTo(PHOTOS);
    }

    @Test
    void duplicatesEndInOneChain() {
        // given every message delivered twice, the second time when the first is done and the next step is made
        Job job = begin(shop, queue, null);
        QueuedSteps steps = steps(shop, queue);
        Optional<StepMessage> before = Optional.empty();

        // when
        for (Optional<StepMessage> next = queue.receive(); next.isPresent(); next = queue.receive()) {
            steps.make(next.get()).await().indefinitely();
            queue.delete(next.get());
            before.ifPresent(old -> steps.make(old).await().indefinitely());
            before = next;
        }

        // then none of the duplicates sent a message of its own
        assertThat(shop.stored(job.jobId()).counts().tagged()).isEqualTo(PHOTOS);
        assertThat(queue.sent()).isEqualTo(4);
    }

    @Test
    void messagesOfJobsThatEndedOrAreNotThereAreDone() {
        // given
        Job job = begin(shop, queue, null);
        shop.jobs.cancel(job.jobId()).await().indefinitely();

        // when
        work(shop, queue);
        steps(shop, queue).make(new StepMessage("none", 0, "token")).await().indefinitely();

        // then
        assertThat(queue.sent()).isEqualTo(1);
        assertThat(shop.stored(job.jobId()).counts()).isEqualTo(JobCounts.NONE);
    }

    @Test
    void keepsItsRateByTheDelayOfItsMessages() {
        // given
        Job job = begin(shop, queue, 0.1);
        Instant start = shop.clock.instant();

        // when
        work(shop, queue);

        // then a photo every ten seconds, the first of them at once
        Duration took = Duration.between(start, shop.clock.instant());
        assertThat(shop.stored(job.jobId()).counts().tagged()).isEqualTo(PHOTOS);
        assertThat(took.toSeconds()).isCloseTo(10 * (PHOTOS - 1), within(1L));
    }

    private static Job begin(JobFixture shop, InMemoryStepQueue queue, Double rate) {
        for (int i = 0; i < PHOTOS; i++) {
            shop.put("uploads/" + i + ".png", TestPictures.RED_SHIRT);
        }
        Job job = shop.created(JobRequest.backfill(JobFixture.BUCKET, "uploads/", "ada", JobRunner.SERVICE)
                .withRate(rate));
        new QueuedSteps(shop.store, shop.engine(PAGE), queue, shop.clock)
                .begin(job)
                .await()
                .indefinitely();
        return job;
    }

    private static void work(JobFixture shop, InMemoryStepQueue queue) {
        while (queue.size() > 0) {
            assertThat(deliver(shop, queue)).isTrue();
        }
    }

    /** Whether the function came to the end of a message, which is deleted then. */
    private static boolean deliver(JobFixture shop, InMemoryStepQueue queue) {
        StepMessage message = queue.receive().orElseThrow();
        try {
            steps(shop, queue).make(message).await().indefinitely();
            queue.delete(message);
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(Interruptions.Killed.class);
            return false;
        }
    }

    private static QueuedSteps steps(JobFixture shop, InMemoryStepQueue queue) {
        return new QueuedSteps(
                shop.interruptions.on(JobStore.class, shop.store),
                shop.engine(PAGE),
                shop.interruptions.on(StepQueue.class, queue),
                shop.clock);
    }
}
