package io.hangtag.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a suite counted, for its closing line: {@code order short: cases=2000 losses=0}. The line goes to standard output and
 * to {@code target/suites/SUITE.txt}, from where {@code ./hangtag prove} prints it last; each class of a suite adds one.
 */
public final class SuiteCounts {
    private final String suite;
    private final Map<String, Object> counts = new LinkedHashMap<>();

    /** Of a suite, by the name of its tag. */
    public SuiteCounts(String suite) {
        this.suite = suite;
    }

    /** Adds a count, with its unit in the name where it has one. */
    public SuiteCounts with(String name, Object count) {
        counts.put(name, count);
        return this;
    }

    /** Adds counts by kind, each as {@code name.kind}. */
    public SuiteCounts with(String name, Map<String, ?> kinds) {
        kinds.forEach((kind, count) -> with(name + "." + kind, count));
        return this;
    }

    /** Writes the line. */
    public void close() {
        String line = suite + " " + SuiteSize.current().name().toLowerCase(Locale.ROOT) + ": "
                + counts.entrySet().stream()
                        .map(count -> count.getKey() + "=" + count.getValue())
                        .collect(Collectors.joining(" "))
                + "\n";
        System.out.print(line);
        Path file = Path.of("target", "suites", suite + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
