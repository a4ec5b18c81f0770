package io.hangtag.job;

import io.smallrye.mutiny.Uni;

/** Has the steps of jobs made, by whatever makes them here. Safe from several threads. */
public interface JobSteps {
    /**
     * Begins with a job that is stored, or goes on with it.
     *
     * @return done once the job will be worked on; fails with a {@link io.hangtag.error.HangtagException} if nobody will
     */
    Uni<Void> begin(Job job);
}
