package io.hangtag.catalog;

import java.util.Optional;

/**
 * A page that is asked for.
 *
 * @param filter which photos
 * @param sort in which order
 * @param limit the most photos of the page, 1..{@value #MAXIMUM_LIMIT}
 * @param cursor where the page before ended, as it gave it out; empty for the first one
 */
public record CatalogQuery(CatalogFilter filter, CatalogSort sort, int limit, Optional<String> cursor) {
    public static final int MAXIMUM_LIMIT = 200;

    public CatalogQuery {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAXIMUM_LIMIT + " photos, not " + limit);
        }
    }

    /** The page after. */
    public CatalogQuery from(Optional<String> next) {
        return new CatalogQuery(filter, sort, limit, next);
    }
}
