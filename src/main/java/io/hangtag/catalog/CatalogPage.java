package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import java.util.List;
import java.util.Optional;

/**
 * A page of the catalog.
 *
 * @param items at most as many as were asked for; fewer where photos were changed or removed while the page was read
 * @param cursor where the next page begins, empty on the last one
 * @param counts of all that match, on a first page only
 */
public record CatalogPage(List<CatalogItem> items, Optional<String> cursor, Optional<CatalogCounts> counts) {
    public CatalogPage {
        items = List.copyOf(items);
    }
}
