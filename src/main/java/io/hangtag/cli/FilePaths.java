package io.hangtag.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The files that were asked for, in the order in which they were named; those of a folder sorted, hidden ones left out. A
 * file that was named is taken whatever it is, or is not.
 */
final class FilePaths implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";

    private final List<String> named;
    private final BufferedReader input;

    FilePaths(List<String> named, BufferedReader input) {
        this.named = List.copyOf(named);
        this.input = input;
    }

    /** The files, found as they are asked for. */
    Stream<Path> stream() {
        return named.stream()
                .flatMap(path ->
                        path.equals(STANDARD_INPUT) ? input.lines().filter(line -> !line.isEmpty()) : Stream.of(path))
                .map(Path::of)
                .flatMap(FilePaths::expand);
    }

    /** How many there are, if that can be known beforehand. */
    OptionalLong count() {
        return named.contains(STANDARD_INPUT)
                ? OptionalLong.empty()
                : OptionalLong.of(stream().count());
    }

    private static Stream<Path> expand(Path path) {
        return Files.isDirectory(path) ? photosIn(path) : Stream.of(path);
    }

    private static Stream<Path> photosIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> Files.isDirectory(entry) || Files.isRegularFile(entry))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(FilePaths::expand);
        } catch (IOException e) {
            // Named, it becomes a line that says why it cannot be read.
            return Stream.of(folder);
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
