package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where jobs lie. Failures are {@link io.hangtag.error.HangtagException}s: {@code ACCESS_DENIED}, {@code STORE_UNAVAILABLE}.
 * Implementations may be called from any thread.
 */
public interface JobStore {
    /** Reads a job, strongly consistent. */
    Uni<Optional<Job>> find(String jobId);

    /**
     * Writes a job if the stored one still has the revision before it (or none is stored, for revision 1).
     *
     * @return false if another write came between; nothing was written then
     */
    Uni<Boolean> commit(Job job);

    /** The newest jobs, newest first. */
    Uni<List<Job>> newest(int limit);
}
