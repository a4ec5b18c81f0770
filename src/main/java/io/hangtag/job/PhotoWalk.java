package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The photos of one kind of job, page by page. Failures are {@link io.hangtag.error.HangtagException}s, as those of the
 * stores. Implementations may be called from any thread.
 */
public interface PhotoWalk {
    /**
     * One page.
     *
     * @param cursor where the page before ended, empty for the first
     * @param limit the most photos, from 1
     */
    Uni<WalkPage> page(Job job, Optional<String> cursor, int limit);
}
