package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes steps that a queue asks for, one a message; whoever commits a step sends the message for the next. A message that is
 * delivered again makes its step only if that is still to be made, or if the message itself committed last and may have been
 * cut off before it sent the next. So a job has one chain of messages in the long run, and none is lost.
 */
public final class QueuedSteps implements JobSteps {
    private final JobStore jobs;
    private final JobEngine engine;
    private final StepQueue queue;
    private final Clock clock;
    private final JobPace pace = new JobPace();

    public QueuedSteps(JobStore jobs, JobEngine engine, StepQueue queue, Clock clock) {
        this.jobs = jobs;
        this.engine = engine;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Uni<Void> begin(Job job) {
        return send(job, Duration.ZERO);
    }

    /** Makes the step that a message asks for; fails if the message has to come again. */
    public Uni<Void> make(StepMessage message) {
        return jobs.find(message.jobId())
                .flatMap(found -> found.filter(job -> isWanted(job, message))
                        .map(job -> make(job, message))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> make(Job job, StepMessage message) {
        Instant start = clock.instant();
        return engine.step(job, message.token()).flatMap(after -> {
            boolean committed = after.position().steppedBy().equals(message.token());
            return committed && !after.state().isFinal()
                    ? send(after, pace.pause(job, after, Duration.between(start, clock.instant())))
                    : Uni.createFrom().voidItem();
        });
    }

    private static boolean isWanted(Job job, StepMessage message) {
        return !job.state().isFinal()
                && (job.position().step() == message.step()
                        || job.position().steppedBy().equals(message.token()));
    }

    private Uni<Void> send(Job job, Duration delay) {
        StepMessage next = new StepMessage(
                job.jobId(), job.position().step(), UUID.randomUUID().toString());
        return queue.send(next, delay);
    }
}
