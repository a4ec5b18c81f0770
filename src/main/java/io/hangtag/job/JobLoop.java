package io.hangtag.job;

import io.hangtag.error.HangtagException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes the steps of a job one after the other in this thread, at the job's rate, until it has ended. */
public final class JobLoop {
    /** A store that does not take a step's result is asked again so often in a row. */
    private static final int PATIENCE = 5;

    private final JobStore jobs;
    private final JobEngine engine;
    private final Clock clock;
    private final Pause pause;
    private final JobPace pace = new JobPace();
    private final String by = UUID.randomUUID().toString();

    public JobLoop(JobStore jobs, JobEngine engine, Clock clock, Pause pause) {
        this.jobs = jobs;
        this.engine = engine;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Runs a job to its end.
     *
     * @param progress is told the job after each step
     * @return the job as it ended
     * @throws HangtagException if the job cannot be read or written; it can be taken up later
     * @throws InterruptedException if this thread is to stop; the same holds
     */
    public Job run(Job begun, Consumer<Job> progress) throws InterruptedException {
        Job job = begun;
        int failures = 0;
        while (!job.state().isFinal()) {
            Instant start = clock.instant();
            try {
                Job after = engine.step(job, by).await().indefinitely();
                progress.accept(after);
                pause.sleep(pace.pause(job, after, Duration.between(start, clock.instant())));
                job = after;
                failures = 0;
            } catch (HangtagException e) {
                failures++;
                if (failures == PATIENCE) {
                    throw e;
                }
                pause.sleep(Duration.ofSeconds(1L << failures));
                job = again(job);
            }
        }
        return job;
    }

    private Job again(Job job) {
        try {
            Optional<Job> found = jobs.find(job.jobId()).await().indefinitely();
            return found.orElse(job);
        } catch (HangtagException e) {
            return job;
        }
    }
}
