package io.hangtag.api.rest;

import io.hangtag.catalog.CatalogQuery;
import io.hangtag.catalog.CatalogSort;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which page of photos is asked for. */
final class CatalogQueries {
    static final int DEFAULT_LIMIT = 50;

    static final String SORT = "sort";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private final CatalogFilters filters = new CatalogFilters();
    private final Set<String> known = new HashSet<>(CatalogFilters.NAMES);

    CatalogQueries() {
        known.addAll(Set.of(SORT, LIMIT, CURSOR));
    }

    CatalogQuery parse(Map<String, List<String>> query) {
        QueryParameters parameters = new QueryParameters(query, known, CatalogFilters.REPEATABLE);
        return new CatalogQuery(
                filters.read(parameters),
                sort(parameters),
                parameters.number(LIMIT, DEFAULT_LIMIT, 1, CatalogQuery.MAXIMUM_LIMIT),
                parameters.text(CURSOR));
    }

    static CatalogSort sort(QueryParameters parameters) {
        return parameters
                .text(SORT)
                .map(text -> CatalogSort.find(text)
                        .orElseThrow(() -> QueryParameters.invalid(
                                SORT,
                                "is one of "
                                        + Arrays.stream(CatalogSort.values())
                                                .map(CatalogSort::wireName)
                                                .collect(Collectors.joining(", ")))))
                .orElse(CatalogSort.NEWEST);
    }
}
