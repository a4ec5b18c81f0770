package io.hangtag.catalog;

import java.util.List;
import java.util.Map;

/**
 * How many photos there are under a filter.
 *
 * @param total photos that match
 * @param facets of each facet the values that photos have under the filters of all the other facets, so that a value can be
 *     added; the most frequent first
 */
public record CatalogCounts(int total, Map<Facet, List<FacetCount>> facets) {
    /**
     * A value.
     *
     * @param value of the facet
     * @param count photos that have it, at least 1
     */
    public record FacetCount(String value, int count) {}
}
