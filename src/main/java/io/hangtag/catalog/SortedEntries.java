package io.hangtag.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Entries in one order. Immutable; a small change copies the array and compares little more than what changes. */
final class SortedEntries {
    /** From this share of the entries on, sorting all anew is quicker. */
    private static final int FEW = 8;

    private final CatalogEntry[] entries;
    private final Comparator<CatalogEntry> order;

    /** No entries. */
    SortedEntries(Comparator<CatalogEntry> order) {
        this(new CatalogEntry[0], order);
    }

    private SortedEntries(CatalogEntry[] sorted, Comparator<CatalogEntry> order) {
        this.entries = sorted;
        this.order = order;
    }

    int size() {
        return entries.length;
    }

    CatalogEntry get(int place) {
        return entries[place];
    }

    /** The place of the first entry that comes after that one, which need not be among them. */
    int firstBehind(CatalogEntry entry) {
        int found = Arrays.binarySearch(entries, entry, order);
        return found < 0 ? -found - 1 : found + 1;
    }

    /**
     * These entries after a change.
     *
     * @param gone some of these, by identity
     * @param come others, none of which is here
     */
    SortedEntries after(Set<CatalogEntry> gone, Collection<CatalogEntry> come) {
        CatalogEntry[] added = come.toArray(CatalogEntry[]::new);
        Arrays.sort(added, order);
        boolean few = (gone.size() + added.length) * FEW < entries.length;
        return new SortedEntries(few ? merged(gone, added) : sorted(gone, added), order);
    }

    private CatalogEntry[] sorted(Set<CatalogEntry> gone, CatalogEntry[] added) {
        CatalogEntry[] all = Stream.concat(
                        Arrays.stream(entries).filter(entry -> !gone.contains(entry)), Arrays.stream(added))
                .toArray(CatalogEntry[]::new);
        Arrays.sort(all, order);
        return all;
    }

    private CatalogEntry[] merged(Set<CatalogEntry> gone, CatalogEntry[] added) {
        int[] left = gone.stream()
                .mapToInt(entry -> Arrays.binarySearch(entries, entry, order))
                .sorted()
                .toArray();
        CatalogEntry[] merged = new CatalogEntry[entries.length - left.length + added.length];
        int from = 0;
        int to = 0;
        int nextLeft = 0;
        for (int next = 0; next <= added.length; next++) {
            int until = next == added.length ? entries.length : placeOf(added[next]);
            for (; nextLeft < left.length && left[nextLeft] < until; nextLeft++) {
                to = copy(from, left[nextLeft], merged, to);
                from = left[nextLeft] + 1;
            }
            to = copy(from, until, merged, to);
            from = until;
            if (next < added.length) {
                merged[to++] = added[next];
            }
        }
        return merged;
    }

    private int placeOf(CatalogEntry entry) {
        int found = Arrays.binarySearch(entries, entry, order);
        return found < 0 ? -found - 1 : found;
    }

    private int copy(int from, int until, CatalogEntry[] target, int to) {
        System.arraycopy(entries, from, target, to, until - from);
        return to + until - from;
    }
}
