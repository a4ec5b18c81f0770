package io.hangtag.api.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.HangtagException;
import io.hangtag.model.ModelPackage;
import io.hangtag.model.ModelPackageReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The packages in the models folder, read when they are first asked for: each is held against its checksums, which takes as
 * long as reading its files, and a deployment's folder does not change while it runs.
 */
@ApplicationScoped
public class ModelPackages {
    private static final Logger LOG = Logger.getLogger(ModelPackages.class);

    private final Path directory;
    private final ModelPackageReader reader;
    private List<ModelPackage> packages;

    ModelPackages(HangtagConfig config, ObjectMapper json) {
        this.directory = config.model().directory();
        this.reader = new ModelPackageReader(json);
    }

    /** Every package that keeps its contract, by folder name; what does not is named in the log. */
    public synchronized List<ModelPackage> all() {
        if (packages == null) {
            try (Stream<Path> folders = Files.list(directory)) {
                packages = folders.filter(folder -> Files.isRegularFile(folder.resolve("model.json")))
                        .map(folder -> folder.getFileName().toString())
                        .sorted()
                        .map(this::read)
                        .flatMap(Optional::stream)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packages;
    }

    private Optional<ModelPackage> read(String name) {
        try {
            return Optional.of(reader.read(directory, name));
        } catch (HangtagException refused) {
            LOG.warn(refused.getMessage());
            return Optional.empty();
        }
    }
}
