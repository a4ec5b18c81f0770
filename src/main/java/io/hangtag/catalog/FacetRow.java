package io.hangtag.catalog;

import java.util.List;

/**
 * One combination of facet values; all photos that have it share the row, of which a catalog has a few hundred.
 *
 * @param ordinal its place among the rows of the index
 * @param values one of each {@link Facet} in their order, {@code null} where a photo has none
 */
record FacetRow(int ordinal, List<String> values) {
    String value(Facet facet) {
        return values.get(facet.ordinal());
    }
}
