package io.hangtag.api.rest;

import io.hangtag.tagging.CatalogItem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which picture of a photo is asked for.
 *
 * @param size what the longer side has at most, in pixels; empty for the original
 * @param version the content's ETag that the caller has seen; empty if they do not say
 */
record ImageParameters(OptionalInt size, Optional<String> version) {
    static final String SIZE = "size";
    static final String VERSION = "v";

    /** A closed list, so that nobody fills the memory with every size there is. */
    private static final List<String> SIZES = List.of("96", "192", "384", "768", "1536");

    static ImageParameters of(MultivaluedMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query, Set.of(SIZE, VERSION));
        return new ImageParameters(
                parameters.text(SIZE).map(ImageParameters::size).orElseGet(OptionalInt::empty),
                parameters.text(VERSION));
    }

    /** Whether the caller named the content that an item tells of. */
    boolean isVersionOf(CatalogItem item) {
        return item.content() != null && isVersion(item.content().etag());
    }

    /** Whether the caller named that content, with or without the quotes of its ETag. */
    boolean isVersion(String etag) {
        return version.filter(named -> unquoted(named).equals(unquoted(etag))).isPresent();
    }

    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }

    private static OptionalInt size(String text) {
        if (!SIZES.contains(text)) {
            throw QueryParameters.invalid(SIZE, "is one of " + String.join(", ", SIZES) + ", or left out");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
