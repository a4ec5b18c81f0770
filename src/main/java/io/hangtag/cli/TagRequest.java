package io.hangtag.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code hangtag tag} was asked for, on its way into the app, which takes nothing but strings.
 *
 * @param json one JSON object a line instead of a table
 * @param progress whether to draw a progress bar on standard error
 * @param paths files, folders or {@code -}, as they were written
 */
record TagRequest(boolean json, boolean progress, List<String> paths) {
    TagRequest {
        paths = List.copyOf(paths);
    }

    static TagRequest ofArguments(String... arguments) {
        return new TagRequest(
                Boolean.parseBoolean(arguments[0]),
                Boolean.parseBoolean(arguments[1]),
                Arrays.asList(arguments).subList(2, arguments.length));
    }

    String[] toArguments() {
        return Stream.concat(Stream.of(Boolean.toString(json), Boolean.toString(progress)), paths.stream())
                .toArray(String[]::new);
    }
}
