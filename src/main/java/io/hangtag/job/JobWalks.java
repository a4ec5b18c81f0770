package io.hangtag.job;

/**
 * Where the photos of each kind of job come from.
 *
 * @param backfill what lies in the bucket
 * @param retag what stands in the catalog
 */
record JobWalks(PhotoWalk backfill, PhotoWalk retag) {
    PhotoWalk of(Job job) {
        return switch (job.request().kind()) {
            case BACKFILL -> backfill;
            case RETAG -> retag;
        };
    }
}
