package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.TestPictures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs of a service without a queue. */
class JobWorkerTest {
    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final JobFixture shop = new JobFixture(MODEL.classifier());

    @Test
    void goesOnAfterARestartWithTheJobsOfAServiceAlone() throws InterruptedException {
        // given jobs that an earlier process left, one of them the command line's
        shop.put("uploads/a.png", TestPictures.RED_SHIRT);
        Job own = shop.created(JobRequest.backfill(JobFixture.BUCKET, "uploads/", "ada", JobRunner.SERVICE));
        Job other = shop.created(JobRequest.backfill(JobFixture.BUCKET, "uploads/", "ada", JobRunner.COMMAND_LINE));

        // when
        try (JobWorker worker = worker(shop.clock)) {
            worker.resume();
            awaitEnd(own);
        }

        // then
        assertThat(shop.stored(own.jobId()).counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(shop.stored(other.jobId()).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void stopsBetweenTwoStepsAndLosesNothing() throws InterruptedException {
        // given a job that waits for its rate
        for (String name : List.of("a", "b", "c")) {
            shop.put("uploads/" + name + ".png", TestPictures.RED_SHIRT);
        }
        Job job = shop.created(JobRequest.backfill(JobFixture.BUCKET, "uploads/", "ada", JobRunner.SERVICE)
                .withRate(0.1));
        CountDownLatch waiting = new CountDownLatch(1);
        JobWorker worker = worker(duration -> {
            if (duration.compareTo(Duration.ZERO) > 0) {
                waiting.countDown();
                TimeUnit.MINUTES.sleep(10);
            }
        });
        worker.begin(job).await().indefinitely();
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        // when
        worker.close();
        try (JobWorker next = worker(shop.clock)) {
            next.resume();
            awaitEnd(job);
        }

        // then
        assertThat(shop.stored(job.jobId()).counts()).isEqualTo(new JobCounts(3, 3, 0, 0));
    }

    private JobWorker worker(Pause pause) {
        return new JobWorker(shop.store, new JobLoop(shop.store, shop.engine(10), shop.clock, pause), pause);
    }

    private void awaitEnd(Job job) throws InterruptedException {
        for (int i = 0; i < 600 && !shop.stored(job.jobId()).state().isFinal(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(shop.stored(job.jobId()).state()).isEqualTo(JobState.DONE);
    }
}
