package io.hangtag.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.layer.SharedLibrary.Version;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.testing.ModelLayerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer as {@code ./hangtag build layer} leaves it, for either architecture. */
class ModelLayerIT {
    private static final long MOST_BYTES = 60_000_000;

    /** What Amazon Linux 2023 has, minimal container image included; see infra/layer/README.md. */
    private static final Set<String> IN_THE_BASE_IMAGE = Set.of(
            "libc.so.6", "libdl.so.2", "libgcc_s.so.1", "libm.so.6", "libpthread.so.0", "librt.so.1", "libstdc++.so.6");

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void holdsModelsAndLibrariesAndNothingElse(String architecture) throws IOException {
        Path layer = ModelLayerFolder.of(architecture);

        assertThat(files(layer))
                .extracting(file -> layer.relativize(file).toString())
                .contains("lib/libonnxruntime.so", "lib/libonnxruntime4j_jni.so")
                .contains(
                        "models/clothing-73/model.json", "models/clothing-73/model.onnx", "models/clothing-73/head.f32")
                .allMatch(name -> name.matches(
                        "lib/libonnxruntime[a-z0-9_]*\\.so|models/[^/]+/(model\\.(json|onnx)|head\\.f32)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void isSmall(String architecture) throws IOException {
        long bytes = 0;
        for (Path file : files(ModelLayerFolder.of(architecture))) {
            bytes += Files.size(file);
        }

        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void mayBeReadByAnybody(String architecture) throws IOException {
        for (Path file : files(ModelLayerFolder.of(architecture))) {
            assertThat(Files.getPosixFilePermissions(file))
                    .extracting(Enum::name)
                    .contains("OTHERS_READ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void holdsModelPackagesThatKeepTheirContract(String architecture) throws IOException {
        Path models = ModelLayerFolder.of(architecture).resolve("models");
        try (Stream<Path> packages = Files.list(models)) {
            for (Path folder : packages.toList()) {
                String name = folder.getFileName().toString();
                assertThat(new ModelPackageReader(new ObjectMapper())
                                .read(models, name)
                                .version()
                                .name())
                        .isEqualTo(name);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "x86_64, libonnxruntime.so",
        "x86_64, libonnxruntime4j_jni.so",
        "arm64, libonnxruntime.so",
        "arm64, libonnxruntime4j_jni.so",
    })
    void needsOnlyWhatTheBaseImageHas(String architecture, String name) throws IOException {
        SharedLibrary library = new SharedLibrary(
                ModelLayerFolder.of(architecture).resolve("lib").resolve(name));

        assertThat(library.architecture()).isEqualTo(architecture);
        assertThat(library.needed())
                .isNotEmpty()
                .allMatch(needed -> IN_THE_BASE_IMAGE.contains(needed)
                        // Loaded before, under this name of its own.
                        || needed.equals("libonnxruntime.so.1")
                        || needed.matches("ld-linux-(x86-64\\.so\\.2|aarch64\\.so\\.1)"));
        // glibc 2.34 and GCC 11
        assertThat(library.highest("GLIBC_")).isLessThanOrEqualTo(Version.parse("2.34"));
        assertThat(library.highest("GLIBCXX_")).isLessThanOrEqualTo(Version.parse("3.4.29"));
        assertThat(library.highest("CXXABI_")).isLessThanOrEqualTo(Version.parse("1.3.13"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void tellsNobodyWhatItIsUsedFor(String architecture) throws IOException {
        SharedLibrary library =
                new SharedLibrary(ModelLayerFolder.of(architecture).resolve("lib/libonnxruntime.so"));

        // 1.29, which does, has both: the collector's address and the variable that switches it off
        assertThat(library.contains("events.data.microsoft.com")).isFalse();
        assertThat(library.contains("ORT_DISABLE_TELEMETRY")).isFalse();
    }

    private static List<Path> files(Path layer) throws IOException {
        try (Stream<Path> files = Files.walk(layer)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
