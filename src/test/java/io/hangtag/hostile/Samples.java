package io.hangtag.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole pictures that are committed, by name: drawn examples, golden pictures, and those of the decoders' tests. */
final class Samples {
    private static final Path EXAMPLES = Path.of("examples");
    private static final Path GOLDEN = Path.of("models/golden/images");
    private static final Path DECODERS = Path.of("src/test/resources/io/hangtag/image");

    private Samples() {}

    static byte[] example(String name) {
        return read(EXAMPLES.resolve(name));
    }

    static SortedMap<String, byte[]> golden() {
        return all(GOLDEN, "");
    }

    /** Those that the tests of one decoder have: {@code jpeg}, {@code png}, {@code gif} or {@code webp}. */
    static SortedMap<String, byte[]> ofDecoder(String format) {
        return all(DECODERS.resolve(format), format.equals("jpeg") ? "jpg" : format);
    }

    static byte[] ofDecoder(String format, String name) {
        return read(DECODERS.resolve(format).resolve(name));
    }

    private static SortedMap<String, byte[]> all(Path folder, String extension) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(extension))
                    .forEach(file -> all.put(file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
