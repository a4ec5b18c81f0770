package io.hangtag.tagging;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Where items lie, for one photo at a time; {@code io.hangtag.catalog} lists them. Failures are {@link io.hangtag.error.HangtagException}s: {@code ACCESS_DENIED},
 * {@code STORE_UNAVAILABLE}. Implementations may be called from any thread.
 */
public interface CatalogStore {
    /** Reads an item, strongly consistent. */
    Uni<Optional<CatalogItem>> find(PhotoId photoId);

    /**
     * Writes an item if the stored one still has the revision before it (or none is stored, for revision 1).
     *
     * @return false if another write came between; nothing was written then
     */
    Uni<Boolean> commit(CatalogItem item);
}
