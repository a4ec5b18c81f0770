package io.hangtag.job;

import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.Facet;
import io.hangtag.catalog.ItemMatch;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.PhotoState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Filters of re-tags as the catalog is filtered: the same names, the same photos. */
public final class CatalogItemFilters implements ItemFilters {
    private final ShownAnswers answers;

    /** Filters by what items show in the classes of that taxonomy. */
    public CatalogItemFilters(Taxonomy taxonomy) {
        this.answers = new ShownAnswers(taxonomy);
    }

    @Override
    public ItemFilter read(Map<String, List<String>> filter) {
        return new ItemMatch(catalogFilter(filter), answers)::matches;
    }

    @Override
    public CatalogFilter catalogFilter(Map<String, List<String>> filter) {
        CatalogFilter read = CatalogFilter.ALL;
        for (Map.Entry<String, List<String>> each : filter.entrySet()) {
            read = with(read, each.getKey(), each.getValue());
        }
        return read;
    }

    private static CatalogFilter with(CatalogFilter filter, String name, List<String> values) {
        Optional<Facet> facet = Facet.find(name);
        if (facet.isPresent()) {
            values.forEach(value -> check(facet.get(), value));
            return filter.with(facet.get(), values);
        }
        String value = only(name, values);
        try {
            return switch (name) {
                case CatalogFilter.MIN_CONFIDENCE ->
                    filter.withConfidence(Double.parseDouble(value), filter.maxConfidence());
                case CatalogFilter.MAX_CONFIDENCE ->
                    filter.withConfidence(filter.minConfidence(), Double.parseDouble(value));
                case CatalogFilter.TEXT -> filter.withText(value);
                case CatalogFilter.UPLOADED_FROM ->
                    filter.withUploaded(Optional.of(Instant.parse(value)), filter.uploadedTo());
                case CatalogFilter.UPLOADED_TO ->
                    filter.withUploaded(filter.uploadedFrom(), Optional.of(Instant.parse(value)));
                default ->
                    throw new IllegalArgumentException("No photo is filtered by '" + name + "'; there are "
                            + Arrays.stream(Facet.values()).map(Facet::wireName).collect(Collectors.joining(", "))
                            + ", minConfidence, maxConfidence, text, uploadedFrom and uploadedTo");
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is a number from 0 to 1, not '" + value + "'", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a time such as 2026-11-25T00:00:00Z, not '" + value + "'", e);
        }
    }

    private static void check(Facet facet, String value) {
        switch (facet) {
            case STATE -> {
                if (PhotoState.ofWireName(value) == PhotoState.REMOVED) {
                    throw new IllegalArgumentException("A removed photo cannot be tagged again");
                }
            }
            case MODEL -> ModelVersion.parse(value);
            case CLASS, GROUP, GARMENT, AUDIENCE, PATTERN -> {
                // Photos may bear values of models that are gone; one that nobody bears matches none.
            }
        }
    }

    private static String only(String name, List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("'" + name + "' is given once, not " + values.size() + " times");
        }
        return values.get(0);
    }
}
