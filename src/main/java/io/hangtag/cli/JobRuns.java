package io.hangtag.cli;

import io.hangtag.job.Job;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobState;
import io.hangtag.job.Jobs;
import io.hangtag.job.PhotoListing;
import io.hangtag.job.WalkPage;
import java.util.Optional;

/** Finds the run that was interrupted, or begins one. The job in the catalog's table is the checkpoint. */
final class JobRuns {
    private static final int LOOKED_AT = 100;

    private final Jobs jobs;
    private final PhotoListing listing;

    JobRuns(Jobs jobs, PhotoListing listing) {
        this.jobs = jobs;
        this.listing = listing;
    }

    /** The job to work on; empty if one was interrupted, and it was not said what becomes of it. */
    Optional<Job> begin(JobRequest request, JobOrder.Unfinished unfinished) {
        Optional<Job> interrupted = interrupted(request);
        if (interrupted.isEmpty()) {
            return Optional.of(create(request));
        }
        String jobId = interrupted.get().jobId();
        return switch (unfinished) {
            case REFUSE -> Optional.empty();
            case RESUME -> jobs.resume(jobId).await().indefinitely();
            case RESTART -> {
                jobs.cancel(jobId).await().indefinitely();
                yield Optional.of(create(request));
            }
        };
    }

    private Optional<Job> interrupted(JobRequest request) {
        return jobs.newest(LOOKED_AT).await().indefinitely().stream()
                .filter(job -> job.request().runner() == JobRunner.COMMAND_LINE)
                .filter(job -> job.request().takesTheSameAs(request))
                .findFirst()
                .filter(job -> !job.state().isFinal() || job.state() == JobState.FAILED);
    }

    private Job create(JobRequest request) {
        Long total = request.kind() == JobKind.BACKFILL ? count(request) : null;
        return jobs.create(request, total).await().indefinitely();
    }

    private long count(JobRequest request) {
        long count = 0;
        Optional<String> cursor = Optional.empty();
        do {
            WalkPage page = listing.list(request.bucket(), request.prefix(), cursor, PhotoListing.MOST)
                    .await()
                    .indefinitely();
            count += page.photos().size();
            cursor = page.cursor();
        } while (cursor.isPresent());
        return count;
    }
}
