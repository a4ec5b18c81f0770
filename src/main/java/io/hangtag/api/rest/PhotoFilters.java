package io.hangtag.api.rest;

import io.hangtag.model.Decision;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.PhotoState;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which photos are asked for. */
final class PhotoFilters {
    static final int DEFAULT_LIMIT = 50;

    static final String STATE = "state";
    static final String CLASS = "class";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private final String bucket;
    private final Taxonomy taxonomy;
    private final Set<String> known;

    /** Filters of a resource that knows these of the parameters. */
    PhotoFilters(String bucket, Taxonomy taxonomy, Set<String> known) {
        this.known = known;
        this.bucket = bucket;
        this.taxonomy = taxonomy;
    }

    CatalogQuery parse(MultivaluedMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query, known);
        return new CatalogQuery(
                bucket,
                parameters.text(STATE).map(PhotoFilters::state),
                parameters.text(CLASS).map(this::classId),
                parameters.number(LIMIT, DEFAULT_LIMIT, 1, CatalogQuery.MAXIMUM_LIMIT),
                parameters.text(CURSOR));
    }

    private static PhotoState state(String text) {
        return Arrays.stream(PhotoState.values())
                .filter(state -> state.wireName().equals(text) && state != PhotoState.REMOVED)
                .findFirst()
                .orElseThrow(() -> QueryParameters.invalid(
                        "state",
                        "is one of "
                                + Arrays.stream(PhotoState.values())
                                        .filter(state -> state != PhotoState.REMOVED)
                                        .map(PhotoState::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    private String classId(String text) {
        boolean known = text.equals(Decision.UNIDENTIFIED)
                || text.equals(Decision.NOT_CLOTHING)
                || taxonomy.find(text).isPresent();
        return Optional.of(text)
                .filter(any -> known)
                .orElseThrow(() -> QueryParameters.invalid("class", "is a class of GET /api/classes, not that one"));
    }
}
