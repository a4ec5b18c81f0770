package io.hangtag.job;

import io.hangtag.catalog.CatalogFilter;
import java.util.List;
import java.util.Map;

/** Reads filters of re-tags, which jobs keep by the names of {@code GET /api/photos}. */
public interface ItemFilters {
    /**
     * The filter of those names and values.
     *
     * @throws IllegalArgumentException for a name or a value that there is not, with a sentence
     */
    ItemFilter read(Map<String, List<String>> filter);

    /** The same filter for who counts or lists; fails as {@link #read} does. */
    CatalogFilter catalogFilter(Map<String, List<String>> filter);
}
