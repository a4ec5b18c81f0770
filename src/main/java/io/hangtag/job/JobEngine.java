package io.hangtag.job;

import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/**
 * Makes the steps of jobs. A step handles the page that the step before planned, reads the page after it, and commits counts
 * and position in one conditional write. Cut off anywhere it is made again; made twice at one time, one of the two counts.
 * Safe from several threads.
 */
public final class JobEngine {
    /** A page is tried so often before what it failed by is taken for lasting. */
    static final int ATTEMPTS = 5;

    private final JobStore jobs;
    private final JobWalks walks;
    private final PageHandling handling;
    private final PageSize pageSize;
    private final Clock clock;

    JobEngine(JobStore jobs, JobWalks walks, PageHandling handling, PageSize pageSize, Clock clock) {
        this.jobs = jobs;
        this.walks = walks;
        this.handling = handling;
        this.pageSize = pageSize;
        this.clock = clock;
    }

    /**
     * Makes one step.
     *
     * @param job as it was read
     * @param by who makes it: a message, or a process
     * @return the job as it stands now: after this step, or after another that was faster
     */
    public Uni<Job> step(Job job, String by) {
        return switch (job.state()) {
            case QUEUED -> following(job, JobCounts.NONE, by);
            case RUNNING -> handling.handle(job).flatMap(outcome -> handled(job, outcome, by));
            case DONE, CANCELLED, FAILED -> Uni.createFrom().item(job);
        };
    }

    private Uni<Job> handled(Job job, PageOutcome outcome, String by) {
        if (outcome.unanswered() == 0) {
            return following(job, outcome.counts(), by);
        }
        if (job.position().attempt() + 1 < ATTEMPTS) {
            return commit(job, job.again(sentence(outcome.cause()), by, clock.instant()));
        }
        // Where every photo fails it is not the photos' fault.
        boolean none = outcome.unanswered() == job.position().page().size();
        return none
                ? commit(job, job.failed(sentence(outcome.cause()), clock.instant()))
                : following(job, outcome.givenUp(), by);
    }

    private Uni<Job> following(Job job, JobCounts counts, String by) {
        if (job.isAtLastPage()) {
            return commit(job, job.done(counts, by, clock.instant()));
        }
        return walks.of(job)
                .page(job, job.cursor(), pageSize.of(job.request()))
                .map(page -> after(job, counts, page, by))
                .onFailure(HangtagException.class)
                .recoverWithItem(failure -> notRead(job, failure, by))
                .flatMap(after -> commit(job, after));
    }

    private Job after(Job job, JobCounts counts, WalkPage page, String by) {
        return page.photos().isEmpty() && page.cursor().isEmpty()
                ? job.done(counts, by, clock.instant())
                : job.advanced(counts, page, by, clock.instant());
    }

    private Job notRead(Job job, HangtagException failure, String by) {
        boolean again = failure.code().isTransient() && job.position().attempt() + 1 < ATTEMPTS;
        return again
                ? job.again(sentence(failure), by, clock.instant())
                : job.failed(sentence(failure), clock.instant());
    }

    private Uni<Job> commit(Job before, Job after) {
        return jobs.commit(after)
                .flatMap(committed -> committed
                        ? Uni.createFrom().item(after)
                        : jobs.find(before.jobId()).flatMap(now -> overtaken(before, after, now.orElse(before))));
    }

    /** Another step was faster, or the job was cancelled; then what this step came to still counts. */
    private Uni<Job> overtaken(Job before, Job after, Job now) {
        boolean cancelled = now.state() == JobState.CANCELLED
                && now.position().step() == before.position().step()
                && after.position().step() > before.position().step();
        return cancelled
                ? commit(now, now.cancelledWith(after, clock.instant()))
                : Uni.createFrom().item(now);
    }

    private static CatalogItem.Failure sentence(HangtagException failure) {
        return new CatalogItem.Failure(failure.code(), failure.getMessage());
    }
}
