package io.hangtag.job;

import io.hangtag.error.HangtagException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Makes the steps of jobs in threads of this process, and at its start those of jobs that an earlier process left. Two
 * processes that do so on one table do each other no harm, and no good.
 */
public final class JobWorker implements JobSteps, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);

    /** Jobs at a time; others wait. One that is slow by its rate must not hold up the rest. */
    private static final int JOBS = 4;

    private static final int RESUMED = 100;
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final JobStore jobs;
    private final JobLoop loop;
    private final Pause pause;
    private final ExecutorService threads = Executors.newFixedThreadPool(JOBS, work -> {
        Thread thread = new Thread(work, "job-worker");
        thread.setDaemon(true);
        return thread;
    });

    public JobWorker(JobStore jobs, JobLoop loop, Pause pause) {
        this.jobs = jobs;
        this.loop = loop;
        this.pause = pause;
    }

    /** Goes on with the jobs of a service that have not ended. */
    public void resume() {
        jobs.newest(RESUMED)
                .subscribe()
                .with(
                        found -> found.stream()
                                .filter(job -> job.request().runner() == JobRunner.SERVICE)
                                .filter(job -> !job.state().isFinal())
                                .forEach(this::start),
                        failure -> LOG.errorf("Jobs of earlier runs are not resumed: %s", failure.getMessage()));
    }

    @Override
    public Uni<Void> begin(Job job) {
        return Uni.createFrom().voidItem().invoke(() -> start(job));
    }

    private void start(Job job) {
        threads.execute(() -> {
            try {
                run(job);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!threads.isShutdown()) {
                    LOG.errorf(e, "Job %s stands still until the next start", job.jobId());
                }
            }
        });
    }

    private void run(Job job) throws InterruptedException {
        while (!threads.isShutdown()) {
            try {
                Job ended = loop.run(job, step -> {});
                LOG.infof("Job %s: %s %s", ended.jobId(), ended.state(), ended.counts());
                return;
            } catch (HangtagException e) {
                LOG.warnf("Job %s is tried again in %s: %s", job.jobId(), RETRY, e.getMessage());
                pause.sleep(RETRY);
            }
        }
    }

    /** Stops at once; what is under way is made again at the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
