package io.hangtag.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which photos are asked for: those that have one of the values of each facet named, and that lie within all the bounds.
 * A photo that a person corrected is of the person's class and its facets. Two filters that ask for the same are equal.
 *
 * @param facets the admissible values of each facet; a facet that is not named admits all photos
 * @param minConfidence 0..1, inclusive; a photo that could not be read counts as 0
 * @param maxConfidence 0..1, inclusive
 * @param text a part of the key, whatever the case of its letters
 * @param uploadedFrom inclusive
 * @param uploadedTo exclusive
 * @param corrected only photos that a person corrected or confirmed
 */
public record CatalogFilter(
        Map<Facet, SortedSet<String>> facets,
        double minConfidence,
        double maxConfidence,
        Optional<String> text,
        Optional<Instant> uploadedFrom,
        Optional<Instant> uploadedTo,
        boolean corrected) {
    /** All photos. */
    public static final CatalogFilter ALL =
            new CatalogFilter(Map.of(), 0, 1, Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The names of the query parameters other than the facets'. */
    public static final String MIN_CONFIDENCE = "minConfidence";

    public static final String MAX_CONFIDENCE = "maxConfidence";
    public static final String TEXT = "text";
    public static final String UPLOADED_FROM = "uploadedFrom";
    public static final String UPLOADED_TO = "uploadedTo";

    public CatalogFilter {
        Map<Facet, SortedSet<String>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        facets = Collections.unmodifiableMap(copy);
        if (!(minConfidence >= 0 && minConfidence <= 1 && maxConfidence >= 0 && maxConfidence <= 1)) {
            throw new IllegalArgumentException("Confidences are from 0 to 1");
        }
    }

    /** This filter with these values of a facet, in place of those it had; none admits all. */
    public CatalogFilter with(Facet facet, Collection<String> values) {
        Map<Facet, SortedSet<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(facets);
        changed.put(facet, new TreeSet<>(values));
        return new CatalogFilter(changed, minConfidence, maxConfidence, text, uploadedFrom, uploadedTo, corrected);
    }

    /** This filter within these confidences. */
    public CatalogFilter withConfidence(double least, double most) {
        return new CatalogFilter(facets, least, most, text, uploadedFrom, uploadedTo, corrected);
    }

    /** This filter on keys with that part. */
    public CatalogFilter withText(String part) {
        return new CatalogFilter(
                facets,
                minConfidence,
                maxConfidence,
                Optional.of(part).filter(any -> !any.isEmpty()),
                uploadedFrom,
                uploadedTo,
                corrected);
    }

    /** This filter on uploads from the one instant on and before the other. */
    public CatalogFilter withUploaded(Optional<Instant> from, Optional<Instant> to) {
        return new CatalogFilter(facets, minConfidence, maxConfidence, text, from, to, corrected);
    }

    /** This filter on photos that a person corrected or confirmed. */
    public CatalogFilter onlyCorrected() {
        return new CatalogFilter(facets, minConfidence, maxConfidence, text, uploadedFrom, uploadedTo, true);
    }

    /**
     * The filter as query parameters, which {@code CatalogFilters} reads back; bounds that exclude nothing are left out. Not
     * among them is {@link #corrected}.
     */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        facets.forEach((facet, values) -> parameters.put(facet.wireName(), List.copyOf(values)));
        if (minConfidence > 0) {
            parameters.put(MIN_CONFIDENCE, List.of(Double.toString(minConfidence)));
        }
        if (maxConfidence < 1) {
            parameters.put(MAX_CONFIDENCE, List.of(Double.toString(maxConfidence)));
        }
        text.ifPresent(part -> parameters.put(TEXT, List.of(part)));
        uploadedFrom.ifPresent(from -> parameters.put(UPLOADED_FROM, List.of(from.toString())));
        uploadedTo.ifPresent(to -> parameters.put(UPLOADED_TO, List.of(to.toString())));
        return parameters;
    }
}
