package io.hangtag.bench.function;

import io.hangtag.bench.PhotoSize;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code hangtag build cache}: records a start of the built event function into a folder that is then a layer. */
public final class RecordStart {
    private RecordStart() {}

    /**
     * Records on the JDK that this runs on.
     *
     * @param arguments the folder, which is made and may not be there yet, and the JDK that the function is to be started by
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Workbench workbench = Workbench.open()) {
            new StartCache(workbench, PhotoSize.ONE_MEGAPIXEL.jpeg()).record(Path.of(arguments[1]), folder);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                System.out.printf("%s: %,d bytes%n", file, Files.size(file));
            }
        }
    }
}
