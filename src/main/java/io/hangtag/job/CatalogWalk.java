package io.hangtag.job;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.PhotoState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The photos of a re-tag: those in the bucket whose item its filter matches. They are walked in the order of their keys, the
 * only order that re-tagging does not change, and read from the table itself, so that none is missed or met twice.
 */
final class CatalogWalk implements PhotoWalk {
    private static final int IN_FLIGHT = 8;

    /** A filter that matches few photos reads on so many pages before a step is made of none. */
    private static final int PAGES = 20;

    private final PhotoListing listing;
    private final CatalogStore catalog;
    private final ItemFilters filters;

    CatalogWalk(PhotoListing listing, CatalogStore catalog, ItemFilters filters) {
        this.listing = listing;
        this.catalog = catalog;
        this.filters = filters;
    }

    @Override
    public Uni<WalkPage> page(Job job, Optional<String> cursor, int limit) {
        return page(job, filters.read(job.request().filter()), cursor, limit, PAGES);
    }

    private Uni<WalkPage> page(Job job, ItemFilter filter, Optional<String> cursor, int limit, int left) {
        String bucket = job.request().bucket();
        return listing.list(bucket, "", cursor, limit)
                .flatMap(page -> matching(page, filter))
                .flatMap(page -> page.photos().isEmpty() && page.cursor().isPresent() && left > 1
                        ? page(job, filter, page.cursor(), limit, left - 1)
                        : Uni.createFrom().item(page));
    }

    private Uni<WalkPage> matching(WalkPage page, ItemFilter filter) {
        return Multi.createFrom()
                .iterable(page.photos())
                .onItem()
                .transformToUni(photo ->
                        matches(photo, filter).map(matches -> matches ? List.of(photo) : List.<FoundPhoto>of()))
                .merge(IN_FLIGHT)
                .onItem()
                .<FoundPhoto>disjoint()
                .collect()
                .asList()
                .map(photos -> new WalkPage(photos, page.cursor()));
    }

    private Uni<Boolean> matches(FoundPhoto photo, ItemFilter filter) {
        return catalog.find(photo.photoId())
                .map(stored -> stored.filter(CatalogWalk::isAnswered)
                        .filter(filter::matches)
                        .isPresent());
    }

    /** What was never processed is a backfill's. */
    private static boolean isAnswered(CatalogItem item) {
        return item.state() != PhotoState.REMOVED;
    }
}
