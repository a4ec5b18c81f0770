package io.hangtag.tagging;

import java.util.Optional;

/**
 * Which items are asked for.
 *
 * @param bucket whose photos
 * @param state only photos in that state
 * @param classId only photos answered with that class
 * @param limit items a page, 1..{@value #MAXIMUM_LIMIT}
 * @param cursor where the page before ended; opaque
 */
public record CatalogQuery(
        String bucket, Optional<PhotoState> state, Optional<String> classId, int limit, Optional<String> cursor) {
    public static final int MAXIMUM_LIMIT = 200;

    public CatalogQuery {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAXIMUM_LIMIT + " items, not " + limit);
        }
    }
}
