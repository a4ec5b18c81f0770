package io.hangtag.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A filter held against the entries of one snapshot. Facets are compared once a row, so that an entry costs a look into an
 * array and its bounds.
 */
final class FilterMatch {
    /** For each row the facets that fail, a bit each. */
    private final int[] failures;

    private final CatalogFilter filter;
    private final String text;
    private final long from;
    private final long to;

    FilterMatch(CatalogFilter filter, List<FacetRow> rows) {
        this.filter = filter;
        this.failures =
                rows.stream().mapToInt(row -> failures(filter.facets(), row)).toArray();
        this.text = filter.text().map(new TextFold()::of).orElse(null);
        this.from = filter.uploadedFrom().map(FilterMatch::ceilMillis).orElse(Long.MIN_VALUE);
        this.to = filter.uploadedTo().map(FilterMatch::ceilMillis).orElse(Long.MAX_VALUE);
    }

    private static int failures(Map<Facet, ? extends Set<String>> wanted, FacetRow row) {
        int bits = 0;
        for (Map.Entry<Facet, ? extends Set<String>> each : wanted.entrySet()) {
            String value = row.value(each.getKey());
            if (value == null || !each.getValue().contains(value)) {
                bits |= 1 << each.getKey().ordinal();
            }
        }
        return bits;
    }

    /** Entries are in whole milliseconds: of two bounds in one millisecond both lie behind what was uploaded in it. */
    private static long ceilMillis(Instant instant) {
        long millis = instant.toEpochMilli();
        return instant.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }

    boolean matches(CatalogEntry entry) {
        return failures[entry.row().ordinal()] == 0 && isWithinBounds(entry);
    }

    /** Whether all but the facets match. */
    boolean isWithinBounds(CatalogEntry entry) {
        return entry.confidence() >= filter.minConfidence()
                && entry.confidence() <= filter.maxConfidence()
                && entry.uploadedAt() >= from
                && entry.uploadedAt() < to
                && (entry.corrected() || !filter.corrected())
                && (text == null || entry.folded().contains(text));
    }

    /** The facets of a row that fail, a bit each by the facet's ordinal. */
    int failures(FacetRow row) {
        return failures[row.ordinal()];
    }
}
