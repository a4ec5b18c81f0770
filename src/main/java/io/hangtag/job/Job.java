package io.hangtag.job;

import io.hangtag.tagging.CatalogItem;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is stored.
 *
 * @param jobId begins with the time of its creation, so that ids sort by it
 * @param revision counts the writes, from 1; every write is conditional on the revision it read
 * @param request what is to be done
 * @param state where it stands
 * @param createdAt when it was asked for; an answer given since then counts as this job's
 * @param updatedAt when it was last written
 * @param total how many photos it will see, {@code null} if nobody counted them
 * @param counts what came of those it has seen
 * @param position how far it is
 * @param error what a step failed by last, {@code null} if none did
 */
public record Job(
        String jobId,
        long revision,
        JobRequest request,
        JobState state,
        Instant createdAt,
        Instant updatedAt,
        Long total,
        JobCounts counts,
        JobPosition position,
        CatalogItem.Failure error) {
    static Job create(String jobId, JobRequest request, Long total, Instant now) {
        return new Job(jobId, 1, request, JobState.QUEUED, now, now, total, JobCounts.NONE, JobPosition.START, null);
    }

    /** Where the page after the one that is planned begins. */
    Optional<String> cursor() {
        return Optional.ofNullable(position.cursor());
    }

    /** Whether the photos that are planned are the last ones. */
    boolean isAtLastPage() {
        return state == JobState.RUNNING && position.cursor() == null;
    }

    Job advanced(JobCounts of, WalkPage following, String by, Instant now) {
        return changed(JobState.RUNNING, counts.plus(of), position.next(following, by), null, now);
    }

    Job done(JobCounts of, String by, Instant now) {
        return changed(JobState.DONE, counts.plus(of), position.end(by), null, now);
    }

    /** The same page once more. */
    Job again(CatalogItem.Failure cause, String by, Instant now) {
        return changed(state, counts, position.again(by), cause, now);
    }

    Job failed(CatalogItem.Failure cause, Instant now) {
        return changed(JobState.FAILED, counts, position, cause, now);
    }

    Job cancelled(Instant now) {
        return changed(JobState.CANCELLED, counts, position, error, now);
    }

    /** A job that was cancelled while a step was under way, with what that step came to. */
    Job cancelledWith(Job step, Instant now) {
        return changed(JobState.CANCELLED, step.counts, step.position, error, now);
    }

    /** A job that failed, taken up at the page where it did. */
    Job resumed(Instant now) {
        boolean begun = !position.page().isEmpty() || position.cursor() != null;
        return changed(begun ? JobState.RUNNING : JobState.QUEUED, counts, position.afresh(), null, now);
    }

    private Job changed(JobState to, JobCounts counted, JobPosition at, CatalogItem.Failure cause, Instant now) {
        return new Job(jobId, revision + 1, request, to, createdAt, now, total, counted, at, cause);
    }
}
