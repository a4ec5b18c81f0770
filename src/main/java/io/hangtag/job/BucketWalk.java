package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The photos of a backfill: all that lie under its prefix. */
final class BucketWalk implements PhotoWalk {
    private final PhotoListing listing;

    BucketWalk(PhotoListing listing) {
        this.listing = listing;
    }

    @Override
    public Uni<WalkPage> page(Job job, Optional<String> cursor, int limit) {
        return listing.list(job.request().bucket(), job.request().prefix(), cursor, limit);
    }
}
