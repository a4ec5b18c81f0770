package io.hangtag.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.model.ModelPackage;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackagesTest {
    private static final Path PRIMARY_COLORS = Path.of("src/test/resources/packages/primary-colors");

    @TempDir
    Path directory;

    @Test
    void leavesOutWhatBreaksItsContractAndWhatIsNoPackage() throws IOException {
        copyOfPrimaryColors("good");
        copyOfPrimaryColors("broken");
        Files.write(directory.resolve("broken/model.onnx"), new byte[] {1, 2, 3});
        Files.createDirectory(directory.resolve("empty"));
        Files.writeString(directory.resolve("README.md"), "not a folder");

        List<ModelPackage> packages = packages();

        assertThat(packages).hasSize(1);
        assertThat(packages.get(0).file()).isEqualTo(directory.resolve("good/model.onnx"));
    }

    @Test
    void readsEveryPackageThatIsReleased() throws IOException {
        directory = Path.of("models/packages");

        List<ModelPackage> packages = packages();

        try (Stream<Path> folders = Files.list(directory)) {
            assertThat(packages)
                    .hasSize((int) folders.filter(Files::isDirectory).count());
        }
        assertThat(packages).allSatisfy(released -> {
            assertThat(released.licence()).isPresent();
            assertThat(released.metrics().path("top1").asDouble()).isBetween(0.5, 1.0);
        });
    }

    private List<ModelPackage> packages() {
        HangtagConfig config = new SmallRyeConfigBuilder()
                .withMapping(HangtagConfig.class)
                .withDefaultValue("hangtag.model.directory", directory.toString())
                .build()
                .getConfigMapping(HangtagConfig.class);
        return new ModelPackages(config, new ObjectMapper()).all();
    }

    private void copyOfPrimaryColors(String name) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(PRIMARY_COLORS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }
}
