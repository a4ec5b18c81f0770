package io.hangtag.tagging;

import java.util.List;
import java.util.Optional;

/**
 * A page of the catalog, newest first.
 *
 * @param items at most as many as were asked for
 * @param cursor where the next page begins, empty on the last one
 */
public record CatalogPage(List<CatalogItem> items, Optional<String> cursor) {
    public CatalogPage {
        items = List.copyOf(items);
    }
}
