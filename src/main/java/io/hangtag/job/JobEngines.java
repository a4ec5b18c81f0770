package io.hangtag.job;

import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoTagger;
import java.time.Clock;

/**
 * Puts engines together.
 *
 * @param jobs where jobs lie
 * @param listing what lies in the bucket
 * @param catalog what stands in the catalog
 * @param filters read the filters of re-tags
 * @param tagger the use case
 * @param clock the time that jobs bear
 */
public record JobEngines(
        JobStore jobs,
        PhotoListing listing,
        CatalogStore catalog,
        ItemFilters filters,
        PhotoTagger tagger,
        Clock clock) {
    /**
     * An engine.
     *
     * @param parallel how many photos are under way at a time
     * @param mostPhotos the most photos a step, at least as many as {@code parallel} to keep them busy; at most 100, so that a
     *     planned page fits into an item
     */
    public JobEngine engine(int parallel, int mostPhotos) {
        JobWalks walks = new JobWalks(new BucketWalk(listing), new CatalogWalk(listing, catalog, filters));
        return new JobEngine(jobs, walks, new PageHandling(catalog, tagger, parallel), new PageSize(mostPhotos), clock);
    }
}
