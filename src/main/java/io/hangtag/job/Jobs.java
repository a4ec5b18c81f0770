package io.hangtag.job;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks for jobs, looks after them and ends them; {@link JobEngine} does the work. Safe from several threads. */
public final class Jobs {
    private static final int ATTEMPTS = 10;

    private final JobStore store;
    private final Clock clock;
    private final JobId ids = new JobId();

    public Jobs(JobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores a job, which waits for its first step.
     *
     * @param total how many photos it will see, {@code null} if that is not known
     */
    public Uni<Job> create(JobRequest request, Long total) {
        Job job = Job.create(ids.at(clock.instant()), request, total, clock.instant());
        return store.commit(job).map(committed -> {
            if (!committed) {
                throw new HangtagException(
                        ErrorCode.STORE_UNAVAILABLE, "There is a job " + job.jobId() + " already; ask again");
            }
            return job;
        });
    }

    public Uni<Optional<Job>> find(String jobId) {
        return store.find(jobId);
    }

    /** The newest jobs, newest first. */
    public Uni<List<Job>> newest(int limit) {
        return store.newest(limit);
    }

    /** Ends a job before its next step; one that has ended stays as it is. Empty if there is none. */
    public Uni<Optional<Job>> cancel(String jobId) {
        return change(jobId, job -> job.state().isFinal() ? job : job.cancelled(clock.instant()), ATTEMPTS);
    }

    /** Takes up a job that failed; any other stays as it is. Empty if there is none. */
    public Uni<Optional<Job>> resume(String jobId) {
        return change(jobId, job -> job.state() == JobState.FAILED ? job.resumed(clock.instant()) : job, ATTEMPTS);
    }

    /** Ends a job that nobody can make the steps of. */
    public Uni<Optional<Job>> fail(String jobId, HangtagException cause) {
        return change(
                jobId,
                job -> job.state().isFinal()
                        ? job
                        : job.failed(new CatalogItem.Failure(cause.code(), cause.getMessage()), clock.instant()),
                ATTEMPTS);
    }

    private Uni<Optional<Job>> change(String jobId, UnaryOperator<Job> change, int left) {
        return store.find(jobId).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(found);
            }
            Job changed = change.apply(found.get());
            if (changed.equals(found.get())) {
                return Uni.createFrom().item(found);
            }
            if (left == 0) {
                throw new HangtagException(
                        ErrorCode.STORE_UNAVAILABLE, "Job " + jobId + " changed all the time; try again");
            }
            return store.commit(changed)
                    .flatMap(committed ->
                            committed ? Uni.createFrom().item(Optional.of(changed)) : change(jobId, change, left - 1));
        });
    }
}
