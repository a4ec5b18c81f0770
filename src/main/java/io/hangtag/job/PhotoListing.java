package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What lies in a bucket, in the order of the keys. Failures as those of {@link io.hangtag.tagging.PhotoStore}. */
public interface PhotoListing {
    /**
     * One page of the objects under a prefix.
     *
     * @param after the last key of the page before, empty for the first
     * @param limit the most photos, 1..{@value #MOST}
     * @return the photos; its cursor is the last key that was read
     */
    Uni<WalkPage> list(String bucket, String prefix, Optional<String> after, int limit);

    /** The longest page. */
    int MOST = 1000;
}
