package io.hangtag.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip that would be deployed, in JVM or native form: the one that {@code ./hangtag test} builds, or the one that a system
 * property names.
 */
public record FunctionZip(Path file) {
    /** The event function; {@code -Dhangtag-test.tagger.zip=} names another file. */
    public static FunctionZip tagger() {
        return of("tagger");
    }

    /** The REST function; {@code -Dhangtag-test.api.zip=} names another file. */
    public static FunctionZip api() {
        return of("api");
    }

    private static FunctionZip of(String deployable) {
        Path file = Path.of(
                System.getProperty("hangtag-test." + deployable + ".zip", "target/" + deployable + "/function.zip"));
        assumeTrue(Files.isRegularFile(file), "Skipped: there is no " + file + "; run ./hangtag test, which builds it");
        return new FunctionZip(file);
    }

    /** Unzips it as Lambda does into {@code /var/task}. */
    public Path unzip(Path into) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                ZipInputStream entries = new ZipInputStream(content)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(entry.getName() + " leads out of the zip");
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(entries, target);
                }
            }
        }
        return into;
    }
}
