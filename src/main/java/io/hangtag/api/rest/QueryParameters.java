package io.hangtag.api.rest;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Parameters of a request, read strictly: each name known, and given once unless it may be repeated. */
final class QueryParameters {
    /** As in JSON, and no longer than any number has to be. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,400})?([eE][+-]?\\d{1,4})?");

    private final Map<String, List<String>> values;

    /** Parameters that are each given at most once. */
    QueryParameters(Map<String, List<String>> values, Set<String> known) {
        this(values, known, Set.of());
    }

    /** Refuses names that are not known, so that a misspelt filter does not answer with everything. */
    QueryParameters(Map<String, List<String>> values, Set<String> known, Set<String> repeatable) {
        this.values = values;
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw new RequestProblemException(
                        RequestProblem.UNKNOWN_PARAMETER,
                        "'%s' is not known here; there are %s".formatted(name, new TreeSet<>(known)));
            }
            if (given.size() > 1 && !repeatable.contains(name)) {
                throw invalid(name, "is given once, not " + given.size() + " times");
            }
        });
    }

    /** The value, empty if it was not given or has no characters. */
    Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /** The values that have characters. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isEmpty())
                .toList();
    }

    /** The number, from 0 to 1. */
    double fraction(String name, double ifAbsent) {
        return text(name).map(text -> fraction(name, text)).orElse(ifAbsent);
    }

    private static double fraction(String name, String text) {
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(number >= 0 && number <= 1)) {
            throw invalid(name, "is a number from 0 to 1, not '%s'".formatted(text));
        }
        // Not the zero with a sign, which would sort before the other.
        return number + 0.0;
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
