package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the catalog lies, for reading much of it. Calls block. Failures are {@link io.hangtag.error.HangtagException}s:
 * {@code ACCESS_DENIED}, {@code STORE_UNAVAILABLE}. Implementations may be called from any thread.
 */
public interface CatalogSource {
    /**
     * Reads what was written to a bucket's items, removals included. Of an item that was written several times only the last
     * is told. What was written a moment ago may be missing.
     *
     * @param since only what has been committed since then, by the clocks of those who did; empty for all
     * @param reading takes the changes, which are read while it does
     */
    <T> T changes(String bucket, Optional<Instant> since, Function<Stream<CatalogChange>, T> reading);

    /** Reads items, strongly consistent; those that are not there are missing from the answer. */
    Map<PhotoId, CatalogItem> items(Collection<PhotoId> photoIds);
}
