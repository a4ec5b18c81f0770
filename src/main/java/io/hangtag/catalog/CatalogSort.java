package io.hangtag.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The orders of a listing. Both are total: photos that are alike otherwise stand in the order of their keys. */
public enum CatalogSort {
    /** The last upload first. */
    NEWEST("newest", Comparator.comparingLong(CatalogEntry::uploadedAt).reversed()),
    /** The least confidence first; photos that could not be read have none and lead. */
    LEAST_CERTAIN("least-certain", Comparator.comparingDouble(CatalogEntry::confidence));

    private final String wireName;
    private final Comparator<CatalogEntry> order;

    CatalogSort(String wireName, Comparator<CatalogEntry> order) {
        this.wireName = wireName;
        this.order = order.thenComparing(CatalogEntry::key);
    }

    public String wireName() {
        return wireName;
    }

    /** The sort of that wire name. */
    public static Optional<CatalogSort> find(String wireName) {
        return Arrays.stream(values())
                .filter(sort -> sort.wireName.equals(wireName))
                .findFirst();
    }

    Comparator<CatalogEntry> order() {
        return order;
    }
}
