package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.FunctionZip;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is, and is not, in the zips that are deployed. */
class FunctionZipIT {
    /** Far below the 50 MB that Lambda takes in a direct upload. */
    private static final long MOST_BYTES = 40_000_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void isSmall(String name, Supplier<FunctionZip> zip) throws IOException {
        assertThat(Files.size(zip.get().file())).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void leavesModelsAndSharedLibrariesToTheLayer(String name, Supplier<FunctionZip> zip) throws IOException {
        assertThat(entries(zip.get()))
                .isNotEmpty()
                .noneMatch(entry -> entry.endsWith(".onnx"))
                .noneMatch(entry -> entry.contains("onnxruntime") && entry.matches(".*\\.(so|dylib|dll)$"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void carriesNothingThatOnlyALaptopNeeds(String name, Supplier<FunctionZip> zip) throws IOException {
        assertThat(entries(zip.get()))
                .noneMatch(entry -> entry.matches("(io/hangtag/(local|cli)|web)/.+[^/]"))
                .noneMatch(entry -> entry.contains("DynamoDBLocal"));
    }

    static Stream<Arguments> zips() {
        return Stream.of(
                Arguments.of("tagger", (Supplier<FunctionZip>) FunctionZip::tagger),
                Arguments.of("api", (Supplier<FunctionZip>) FunctionZip::api));
    }

    /** The names in the zip, and those in the jars in it. */
    private static List<String> entries(FunctionZip zip) throws IOException {
        Stream.Builder<String> names = Stream.builder();
        try (ZipInputStream content = new ZipInputStream(Files.newInputStream(zip.file()))) {
            add(content, names);
        }
        return names.build().toList();
    }

    private static void add(ZipInputStream content, Stream.Builder<String> names) throws IOException {
        for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                // Not closed: that would close the outer one.
                add(new ZipInputStream(content), names);
            }
        }
    }
}
