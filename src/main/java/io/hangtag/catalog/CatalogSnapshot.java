package io.hangtag.catalog;

import io.hangtag.catalog.CatalogCounts.FacetCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The photos of the catalog at one time, in each order. Immutable, so that requests read it without a lock. */
final class CatalogSnapshot {
    static final CatalogSnapshot EMPTY = empty();

    private final Map<CatalogSort, SortedEntries> orders;
    private final List<FacetRow> rows;

    private CatalogSnapshot(Map<CatalogSort, SortedEntries> orders, List<FacetRow> rows) {
        this.orders = orders;
        this.rows = rows;
    }

    private static CatalogSnapshot empty() {
        Map<CatalogSort, SortedEntries> orders = new EnumMap<>(CatalogSort.class);
        for (CatalogSort sort : CatalogSort.values()) {
            orders.put(sort, new SortedEntries(sort.order()));
        }
        return new CatalogSnapshot(orders, List.of());
    }

    /**
     * This snapshot after a change.
     *
     * @param gone entries of this snapshot that no longer stand, by identity
     * @param come entries that stand now
     * @param known the rows of all entries
     */
    CatalogSnapshot after(Set<CatalogEntry> gone, Collection<CatalogEntry> come, List<FacetRow> known) {
        Map<CatalogSort, SortedEntries> changed = new EnumMap<>(CatalogSort.class);
        orders.forEach((sort, entries) -> changed.put(sort, entries.after(gone, come)));
        return new CatalogSnapshot(changed, List.copyOf(known));
    }

    int size() {
        return orders.get(CatalogSort.NEWEST).size();
    }

    /** At most so many entries that match, from the first one behind that place on. */
    List<CatalogEntry> select(CatalogFilter filter, CatalogSort sort, Optional<CatalogEntry> behind, int limit) {
        SortedEntries entries = orders.get(sort);
        FilterMatch match = new FilterMatch(filter, rows);
        List<CatalogEntry> found = new ArrayList<>();
        for (int i = behind.map(entries::firstBehind).orElse(0); i < entries.size() && found.size() < limit; i++) {
            if (match.matches(entries.get(i))) {
                found.add(entries.get(i));
            }
        }
        return found;
    }

    /** How many match, and how many would under each value of each facet. */
    CatalogCounts count(CatalogFilter filter) {
        FilterMatch match = new FilterMatch(filter, rows);
        int[] perRow = new int[rows.size()];
        SortedEntries entries = orders.get(CatalogSort.NEWEST);
        for (int i = 0; i < entries.size(); i++) {
            if (match.isWithinBounds(entries.get(i))) {
                perRow[entries.get(i).row().ordinal()]++;
            }
        }
        int total = 0;
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (FacetRow row : rows) {
            int failures = match.failures(row);
            int count = perRow[row.ordinal()];
            total += failures == 0 ? count : 0;
            for (Facet facet : Facet.values()) {
                boolean underAllOthers = (failures & ~(1 << facet.ordinal())) == 0;
                if (count > 0 && underAllOthers && row.value(facet) != null) {
                    counts.computeIfAbsent(facet, any -> new HashMap<>()).merge(row.value(facet), count, Integer::sum);
                }
            }
        }
        return new CatalogCounts(total, sorted(counts));
    }

    private static Map<Facet, List<FacetCount>> sorted(Map<Facet, Map<String, Integer>> counts) {
        Map<Facet, List<FacetCount>> sorted = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            sorted.put(
                    facet,
                    counts.getOrDefault(facet, Map.of()).entrySet().stream()
                            .map(each -> new FacetCount(each.getKey(), each.getValue()))
                            .sorted(Comparator.comparingInt(FacetCount::count)
                                    .reversed()
                                    .thenComparing(FacetCount::value))
                            .toList());
        }
        return sorted;
    }

    /** Whether any photo has, or had since the index was filled, that value. */
    boolean knows(Facet facet, String value) {
        return rows.stream().anyMatch(row -> value.equals(row.value(facet)));
    }
}
