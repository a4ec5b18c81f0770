package io.hangtag.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Python environment with ministack: the one that {@code ./hangtag} makes, or the one a system property names. */
public final class LocalPython {
    private LocalPython() {}

    /** The interpreter. */
    public static Path interpreter() {
        Path python = Path.of(System.getProperty("hangtag.local.python", ".hangtag/venv/bin/python"))
                .toAbsolutePath();
        if (!Files.isExecutable(python)) {
            throw new IllegalStateException("There is no Python environment with ministack at " + python
                    + ": run the tests by ./hangtag test, which makes it");
        }
        return python;
    }
}
