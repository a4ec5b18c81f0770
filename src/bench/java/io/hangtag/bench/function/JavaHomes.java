package io.hangtag.bench.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The JDKs that functions are measured on. */
final class JavaHomes {
    /** Names a JDK 25; without one its forms are left out. */
    static final String VARIABLE = "JAVA25_HOME";

    private JavaHomes() {}

    /** The one that runs the benchmark, 17 or later. */
    static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /** A JDK 25. */
    static Optional<Path> twentyFive() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(Path::of)
                .filter(home -> Files.isExecutable(home.resolve("bin/java")));
    }

    /** The newest that there is. */
    static Path newest() {
        return twentyFive().orElseGet(JavaHomes::own);
    }

    /** As tables name it: {@code JDK 25}. */
    static String name(Path home) {
        return twentyFive().filter(home::equals).isPresent()
                ? "JDK 25"
                : "JDK " + Runtime.version().feature();
    }
}
