package io.hangtag.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.error.HangtagException;
import io.hangtag.model.ModelPackageReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Which model answers. A name that cannot be served is wrong usage, said before anything is started.
 *
 * @param name a folder of the packages, {@code null} for the one that is set
 */
record ServedModel(String name) {
    private static final String DEFAULT = "clothing-73";

    /** Hands the choice to the app that is started next. */
    void apply(CommandLine command) {
        Path directory = Path.of(
                setting("hangtag.model.directory", "HANGTAG_MODEL_DIRECTORY").orElse("models/packages"));
        String chosen = Optional.ofNullable(name)
                .or(() -> setting("hangtag.model.name", "HANGTAG_MODEL_NAME"))
                .orElse(DEFAULT);
        try {
            new ModelPackageReader(new ObjectMapper()).read(directory, chosen);
        } catch (HangtagException e) {
            throw new ParameterException(command, "hangtag: " + e.getMessage(), e);
        }
        System.setProperty("hangtag.model.directory", directory.toString());
        System.setProperty("hangtag.model.name", chosen);
    }

    private static Optional<String> setting(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }
}
