package io.hangtag.api.rest;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query of a request, read strictly: each name known and given at most once. */
final class QueryParameters {
    private final MultivaluedMap<String, String> values;

    /** Refuses names that are not known, so that a misspelt filter does not answer with everything. */
    QueryParameters(MultivaluedMap<String, String> values, Set<String> known) {
        this.values = values;
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw new RequestProblemException(
                        RequestProblem.UNKNOWN_PARAMETER,
                        "'%s' is not known here; there are %s".formatted(name, new TreeSet<>(known)));
            }
            if (given.size() > 1) {
                throw invalid(name, "is given once, not " + given.size() + " times");
            }
        });
    }

    /** The value, empty if it was not given or has no characters. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.getFirst(name)).filter(value -> !value.isEmpty());
    }

    /** The whole number, within limits. */
    int number(String name, int ifAbsent, int least, int most) {
        return text(name).map(text -> number(name, text, least, most)).orElse(ifAbsent);
    }

    private static int number(String name, String text, int least, int most) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw invalid(name, "is a whole number from %d to %d, not '%s'".formatted(least, most, text));
        }
        return Integer.parseInt(text);
    }

    static RequestProblemException invalid(String name, String what) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, "'" + name + "' " + what);
    }
}
