package io.hangtag.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole events as AWS sends them, a file each. */
public final class SampleEvents {
    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final Path OF_SAM_LOCAL = Path.of("infra/events");

    private SampleEvents() {}

    /**
     * One event.
     *
     * @param name of the file, without {@code .json}
     */
    public static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    /** One of the events that {@code sam local} is given; their keys are those of {@code examples/}. */
    public static String ofSamLocal(String name) throws IOException {
        return Files.readString(OF_SAM_LOCAL.resolve(name + ".json"));
    }
}
