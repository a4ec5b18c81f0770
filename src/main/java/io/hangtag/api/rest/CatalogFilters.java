package io.hangtag.api.rest;

import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.Facet;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.PhotoState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a filter of photos from its parameters, be they of a query or of a body. Facet values that have a form are held
 * against it here; whether a class or garment is known says the reader, which knows the photos too.
 */
public final class CatalogFilters {
    /** The names that {@link #parse} knows. */
    public static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::wireName),
                    Stream.of(
                            CatalogFilter.MIN_CONFIDENCE,
                            CatalogFilter.MAX_CONFIDENCE,
                            CatalogFilter.TEXT,
                            CatalogFilter.UPLOADED_FROM,
                            CatalogFilter.UPLOADED_TO))
            .collect(Collectors.toUnmodifiableSet());

    /** The names that may be given several times. */
    static final Set<String> REPEATABLE =
            Arrays.stream(Facet.values()).map(Facet::wireName).collect(Collectors.toUnmodifiableSet());

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 200;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * The filter. Empty values count as not given.
     *
     * @throws io.hangtag.api.problem.RequestProblemException {@code UNKNOWN_PARAMETER} or {@code INVALID_PARAMETER}, with a
     *     sentence that names the parameter
     */
    public CatalogFilter parse(Map<String, List<String>> parameters) {
        return read(new QueryParameters(parameters, NAMES, REPEATABLE));
    }

    CatalogFilter read(QueryParameters parameters) {
        CatalogFilter filter = CatalogFilter.ALL
                .withConfidence(
                        parameters.fraction(CatalogFilter.MIN_CONFIDENCE, 0),
                        parameters.fraction(CatalogFilter.MAX_CONFIDENCE, 1))
                .withText(text(parameters))
                .withUploaded(
                        instant(parameters, CatalogFilter.UPLOADED_FROM),
                        instant(parameters, CatalogFilter.UPLOADED_TO));
        for (Facet facet : Facet.values()) {
            filter = filter.with(facet, values(parameters, facet));
        }
        return filter;
    }

    private static Set<String> values(QueryParameters parameters, Facet facet) {
        Set<String> values = new LinkedHashSet<>(parameters.texts(facet.wireName()));
        if (values.size() > MOST_VALUES) {
            throw QueryParameters.invalid(facet.wireName(), "is given at most " + MOST_VALUES + " times");
        }
        values.forEach(value -> check(facet, value));
        return values;
    }

    private static void check(Facet facet, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw QueryParameters.invalid(facet.wireName(), "has at most " + LONGEST_VALUE + " characters");
        }
        switch (facet) {
            case STATE -> checkState(value);
            case MODEL -> checkModel(value);
            case CLASS, GROUP, GARMENT, AUDIENCE, PATTERN -> {
                // Known to the reader.
            }
        }
    }

    private static void checkState(String value) {
        List<String> states = Arrays.stream(PhotoState.values())
                .filter(state -> state != PhotoState.REMOVED)
                .map(PhotoState::wireName)
                .toList();
        if (!states.contains(value)) {
            throw QueryParameters.invalid(Facet.STATE.wireName(), "is one of " + String.join(", ", states));
        }
    }

    private static void checkModel(String value) {
        try {
            ModelVersion.parse(value);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.invalid(Facet.MODEL.wireName(), "is a name@version, such as clothing-73@0.2.0");
        }
    }

    private static String text(QueryParameters parameters) {
        String text = parameters.text(CatalogFilter.TEXT).orElse("");
        if (text.length() > LONGEST_VALUE) {
            throw QueryParameters.invalid(CatalogFilter.TEXT, "has at most " + LONGEST_VALUE + " characters");
        }
        return text;
    }

    private static Optional<Instant> instant(QueryParameters parameters, String name) {
        return parameters.text(name).map(text -> {
            try {
                Instant instant = Instant.parse(text);
                if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                    return instant;
                }
            } catch (DateTimeParseException e) {
                // Refused below, as is what lies out of range.
            }
            throw QueryParameters.invalid(name, "is a time such as 2026-11-25T00:00:00Z, up to the year 9999");
        });
    }
}
