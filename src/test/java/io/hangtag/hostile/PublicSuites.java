package io.hangtag.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures that others test their decoders with, as package registries ship them; docs/reliability.md says which and how they
 * are fetched. They are nobody's to commit here.
 */
final class PublicSuites {
    /** PngSuite by Willem van Schaik, in hex, as pypng's source package has it. */
    static final String PNG_SUITE = "pngsuite/";

    private static final Pattern PNG_SUITE_PICTURE = Pattern.compile("'(\\w+)': _dehex\\(b\"\"\"([0-9a-f\\s]+)\"\"\"");
    private static final Pattern PICTURE = Pattern.compile(
            ".*\\.(png|apng|jpe?g|gif|webp|bmp|tiff?|avif|heic|ico|jp2|psd|svg|eps|xcf|pdf|qoi|dds|exr)");

    private PublicSuites() {}

    /** All pictures of a folder and of PngSuite there. What most of them have to end in is not known. */
    static Stream<HostileFile> files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        return files.stream().flatMap(file -> {
            String name = folder.relativize(file).toString();
            if (name.endsWith("pngsuite.py")) {
                return pngSuite(new String(read(file), StandardCharsets.UTF_8));
            }
            return PICTURE.matcher(name).matches()
                    ? Stream.of(new HostileFile(name, read(file), Optional.empty()))
                    : Stream.empty();
        });
    }

    private static Stream<HostileFile> pngSuite(String source) {
        return PNG_SUITE_PICTURE
                .matcher(source)
                .results()
                .map(picture -> new HostileFile(
                        PNG_SUITE + picture.group(1) + ".png",
                        HexFormat.of().parseHex(picture.group(2).replaceAll("\\s", "")),
                        Optional.empty()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
