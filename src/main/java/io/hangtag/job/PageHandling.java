package io.hangtag.job;

import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.ItemRules;
import io.hangtag.tagging.Outcome;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Hands the photos of a page to the use case, a bounded number at a time. What a photo counts as is read from its item: an
 * answer given since the job began is the job's, so that a page that is repeated counts as if it had not been cut off.
 */
final class PageHandling {
    private final CatalogStore catalog;
    private final PhotoTagger tagger;
    private final ItemRules rules = new ItemRules();
    private final int parallel;

    PageHandling(CatalogStore catalog, PhotoTagger tagger, int parallel) {
        this.catalog = catalog;
        this.tagger = tagger;
        this.parallel = parallel;
    }

    Uni<PageOutcome> handle(Job job) {
        return Multi.createFrom()
                .iterable(job.position().page())
                .onItem()
                .transformToUni(photo -> handle(job, photo))
                .merge(parallel)
                .collect()
                .in(() -> new PageOutcome[] {PageOutcome.NONE}, (sum, outcome) -> sum[0] = sum[0].plus(outcome))
                .map(sum -> sum[0]);
    }

    private Uni<PageOutcome> handle(Job job, FoundPhoto photo) {
        return counts(job, photo)
                .map(PageOutcome::of)
                .onFailure(HangtagException.class)
                .recoverWithItem(failure -> PageOutcome.unanswered(failure));
    }

    private Uni<JobCounts> counts(Job job, FoundPhoto photo) {
        return switch (job.request().kind()) {
            case BACKFILL -> tagIfMissing(job, photo);
            case RETAG -> tag(job, new PhotoEvent(PhotoEvent.Kind.CREATED, photo.photoId(), Sequencer.NONE));
        };
    }

    private Uni<JobCounts> tagIfMissing(Job job, FoundPhoto photo) {
        return catalog.find(photo.photoId())
                .flatMap(stored -> rules.isMissing(stored, photo)
                        ? tag(job, PhotoEvent.ofListing(photo))
                        : Uni.createFrom().item(counted(job, stored)));
    }

    private Uni<JobCounts> tag(Job job, PhotoEvent event) {
        return tagger.handle(event).flatMap(outcome -> counted(job, event, outcome));
    }

    private Uni<JobCounts> counted(Job job, PhotoEvent event, Outcome outcome) {
        return switch (outcome) {
            case COMMITTED -> Uni.createFrom().item(JobCounts.ofTagged());
            case FAILED -> Uni.createFrom().item(JobCounts.ofFailed(1));
            case GONE -> Uni.createFrom().item(JobCounts.ofUnchanged());
            case ALREADY_DONE, STALE, STILL_THERE, REMOVED ->
                catalog.find(event.photoId()).map(stored -> counted(job, stored));
        };
    }

    private static JobCounts counted(Job job, Optional<CatalogItem> stored) {
        boolean since = stored.filter(item -> item.state() != PhotoState.REMOVED)
                .filter(item -> !item.taggedAt().isBefore(job.createdAt()))
                .isPresent();
        if (!since) {
            return JobCounts.ofUnchanged();
        }
        return stored.orElseThrow().failure() == null ? JobCounts.ofTagged() : JobCounts.ofFailed(1);
    }
}
