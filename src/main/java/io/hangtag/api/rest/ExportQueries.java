package io.hangtag.api.rest;

import io.hangtag.api.view.CsvForm;
import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.CatalogSort;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which photos a file is to hold, and in which order and form. */
final class ExportQueries {
    static final String FORM = "form";

    /**
     * What is asked for.
     *
     * @param form of a CSV file
     */
    record ExportQuery(CatalogFilter filter, CatalogSort sort, CsvForm form) {}

    private final CatalogFilters filters = new CatalogFilters();

    ExportQuery parseCsv(Map<String, List<String>> query) {
        return parse(query, Set.of(CatalogQueries.SORT, FORM));
    }

    ExportQuery parseJsonLines(Map<String, List<String>> query) {
        return parse(query, Set.of(CatalogQueries.SORT));
    }

    private ExportQuery parse(Map<String, List<String>> query, Set<String> beside) {
        Set<String> known = new HashSet<>(CatalogFilters.NAMES);
        known.addAll(beside);
        QueryParameters parameters = new QueryParameters(query, known, CatalogFilters.REPEATABLE);
        CsvForm form = parameters
                .text(FORM)
                .map(text -> CsvForm.find(text)
                        .orElseThrow(() -> QueryParameters.invalid(FORM, "is one of photos, corrections")))
                .orElse(CsvForm.PHOTOS);
        return new ExportQuery(form.of(filters.read(parameters)), CatalogQueries.sort(parameters), form);
    }
}
