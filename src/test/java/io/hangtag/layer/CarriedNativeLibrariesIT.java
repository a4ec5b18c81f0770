package io.hangtag.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.ModelLayerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine code that the builds carry is what docs/security.md lists, with its version: a row for each jar, or each library
 * by itself, and what it is in.
 */
class CarriedNativeLibrariesIT {
    private static final Path LIST = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| ([0-9.]+) \\| ([^|]+) \\|");
    private static final Pattern SHARED_LIBRARY = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");
    private static final Pattern JAR = Pattern.compile("(?:.*\\.)?([a-zA-Z][a-zA-Z0-9_-]*?)-(\\d[0-9.]*)\\.jar");
    private static final Pattern LIBRARY =
            Pattern.compile("(?:lib)?(sqlite4java)-[a-z0-9-]+?-(\\d[0-9.]*)\\.(so|dylib|dll)");

    @TempDir
    Path folder;

    @Test
    void theLaptopsAppCarriesWhatIsListed() throws IOException {
        assertThat(carriedIn(Path.of("target/quarkus-app"))).isEqualTo(listed("laptop"));
    }

    @Test
    void theEventFunctionCarriesWhatIsListed() throws IOException {
        assertThat(carriedIn(FunctionZip.tagger().unzip(folder))).isEqualTo(listed("tagger"));
    }

    @Test
    void theRestFunctionCarriesWhatIsListed() throws IOException {
        assertThat(carriedIn(FunctionZip.api().unzip(folder))).isEqualTo(listed("api"));
    }

    @Test
    void theLayerCarriesOnnxRuntimeAlone() throws IOException {
        try (Stream<Path> files = Files.list(ModelLayerFolder.ofThisMachine().resolve("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("libonnxruntime.so", "libonnxruntime4j_jni.so");
        }
        assertThat(listed("layer")).hasSize(1).allMatch(library -> library.startsWith("onnxruntime "));
    }

    private static Set<String> listed(String deployable) throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .filter(row -> List.of(row.group(3).strip().split(", ")).contains(deployable))
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> carriedIn(Path unpacked) throws IOException {
        Set<String> carried = new TreeSet<>();
        try (Stream<Path> files = Files.walk(unpacked)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (SHARED_LIBRARY.matcher(name).matches()) {
                    carried.add(named(LIBRARY.matcher(name), name));
                } else if (name.endsWith(".jar") && holdsSharedLibraries(file)) {
                    carried.add(named(JAR.matcher(name), name));
                }
            }
        }
        return carried;
    }

    private static String named(Matcher name, String file) {
        assertThat(name.matches()).as("%s has a name and a version", file).isTrue();
        return name.group(1) + " " + name.group(2);
    }

    private static boolean holdsSharedLibraries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .anyMatch(entry -> SHARED_LIBRARY.matcher(entry).matches());
        }
    }
}
