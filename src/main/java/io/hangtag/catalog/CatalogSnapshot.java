package io.hangtag.catalog;

import io.hangtag.catalog.CatalogCounts.FacetCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The photos of the catalog at one time, in each order. Immutable, so that requests read it without a lock. */
final class CatalogSnapshot {
    static final CatalogSnapshot EMPTY = new CatalogSnapshot(new EnumMap<>(CatalogSort.class), List.of());

    private final Map<CatalogSort, CatalogEntry[]> orders;
    private final List<FacetRow> rows;

    private CatalogSnapshot(Map<CatalogSort, CatalogEntry[]> orders, List<FacetRow> rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /**
     * This snapshot after a change. What stays is sorted already, so that sorting again costs one pass.
     *
     * @param gone entries of this snapshot that no longer stand, by identity
     * @param come entries that stand now
     * @param known the rows of all entries
     */
    CatalogSnapshot after(Set<CatalogEntry> gone, Collection<CatalogEntry> come, List<FacetRow> known) {
        Map<CatalogSort, CatalogEntry[]> changed = new EnumMap<>(CatalogSort.class);
        for (CatalogSort sort : CatalogSort.values()) {
            CatalogEntry[] entries = Stream.concat(
                            Arrays.stream(order(sort)).filter(entry -> !gone.contains(entry)), come.stream())
                    .toArray(CatalogEntry[]::new);
            Arrays.sort(entries, sort.order());
            changed.put(sort, entries);
        }
        return new CatalogSnapshot(changed, List.copyOf(known));
    }

    int size() {
        return order(CatalogSort.NEWEST).length;
    }

    /** At most so many entries that match, from the first one behind that place on. */
    List<CatalogEntry> select(CatalogFilter filter, CatalogSort sort, Optional<CatalogEntry> behind, int limit) {
        CatalogEntry[] entries = order(sort);
        FilterMatch match = new FilterMatch(filter, rows);
        List<CatalogEntry> found = new ArrayList<>();
        int start =
                behind.map(place -> firstBehind(entries, place, sort.order())).orElse(0);
        for (int i = start; i < entries.length && found.size() < limit; i++) {
            if (match.matches(entries[i])) {
                found.add(entries[i]);
            }
        }
        return found;
    }

    private static int firstBehind(CatalogEntry[] entries, CatalogEntry place, Comparator<CatalogEntry> order) {
        int found = Arrays.binarySearch(entries, place, order);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** How many match, and how many would under each value of each facet. */
    CatalogCounts count(CatalogFilter filter) {
        FilterMatch match = new FilterMatch(filter, rows);
        int[] perRow = new int[rows.size()];
        for (CatalogEntry entry : order(CatalogSort.NEWEST)) {
            if (match.isWithinBounds(entry)) {
                perRow[entry.row().ordinal()]++;
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

    private CatalogEntry[] order(CatalogSort sort) {
        return orders.getOrDefault(sort, new CatalogEntry[0]);
    }
}
