package io.hangtag.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The model layer as {@code ./hangtag build layer} leaves it, which is what Lambda unpacks into {@code /opt}. */
public final class ModelLayerFolder {
    private ModelLayerFolder() {}

    /** The layer of this machine's architecture; without one the test is skipped. */
    public static Path ofThisMachine() {
        return of(architecture());
    }

    /**
     * The layer of an architecture; without one the test is skipped.
     *
     * @param architecture as Lambda names it, {@code x86_64} or {@code arm64}
     */
    public static Path of(String architecture) {
        Path folder = Path.of("target/layer", architecture).toAbsolutePath();
        assumeTrue(
                Files.isDirectory(folder),
                "Skipped: there is no " + folder + "; run ./hangtag test, which builds it, or ./hangtag build layer");
        return folder;
    }

    /** This machine's architecture as Lambda names it. */
    public static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    }
}
