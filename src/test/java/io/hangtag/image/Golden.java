package io.hangtag.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A photo and the pixels that the reference made of it, with translucent pixels over {@link #BACKGROUND}. The README.md
 * beside the files says how they were made.
 *
 * @param name the file's name without its suffix
 * @param photo the encoded file
 * @param samples the expected RGB samples
 */
public record Golden(String name, byte[] photo, byte[] samples) {
    /** Not white, so that a decoder with an idea of its own is found out. */
    public static final RgbColor BACKGROUND = new RgbColor(200, 100, 50);

    /** All photos with that suffix in the folder of the format. */
    public static List<Golden> all(String format) {
        try (Stream<Path> files = Files.list(folder(format))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("." + format))
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .sorted()
                    .map(name -> of(format, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Golden of(String format, String name) {
        Path folder = folder(format);
        try {
            byte[] photo = Files.readAllBytes(folder.resolve(name + "." + format));
            byte[] packed = Files.readAllBytes(folder.resolve(name + ".rgb.gz"));
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return new Golden(name, photo, unpacked.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String format) {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource(format), format)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the report calls the test. */
    @Override
    public String toString() {
        return name;
    }
}
