package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.image.webp.WebpDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds Java's reading of photos against Python's, on the pictures that {@code models/} made. */
class LetterboxGoldenTest {
    private static final Path GOLDEN = Path.of("models/golden");

    private final PhotoReader reader = new PhotoReader(
            List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()),
            new ImageLimits(10_000_000, 100_000_000, 30_000));

    @ParameterizedTest(name = "{0} at {1}, {2}")
    @MethodSource("pictures")
    void equalsPythonsLetterboxWithinOneLevel(String file, int size, Tone tone, String expectedFile)
            throws IOException {
        byte[] photo = Files.readAllBytes(GOLDEN.resolve(file));
        RgbImage expected =
                new PngDecoder().decode(Files.readAllBytes(GOLDEN.resolve(expectedFile)), 1, RgbColor.WHITE);

        RgbImage actual = reader.letterbox(
                photo, reader.readHeader(photo), new LetterboxSpec(size, ResizeFilter.BILINEAR, RgbColor.WHITE, tone));

        assertThat(largestDifference(actual, expected)).isLessThanOrEqualTo(1);
    }

    private static int largestDifference(RgbImage actual, RgbImage expected) {
        assertThat(actual.samples()).hasSameSizeAs(expected.samples());
        int largest = 0;
        for (int i = 0; i < actual.samples().length; i++) {
            int difference = (actual.samples()[i] & 0xff) - (expected.samples()[i] & 0xff);
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    static Stream<Arguments> pictures() throws IOException {
        JsonNode golden =
                new ObjectMapper().readTree(GOLDEN.resolve("golden.json").toFile());
        assertThat(golden.path("filter").asText()).isEqualTo("bilinear");
        List<Arguments> pictures = new ArrayList<>();
        for (JsonNode picture : golden.path("pictures")) {
            add(pictures, picture, Tone.COLOR, "expected");
            add(pictures, picture, Tone.GREY_ON_DARK, "greyOnDark");
        }
        assertThat(pictures).hasSizeGreaterThan(60);
        return pictures.stream();
    }

    private static void add(List<Arguments> pictures, JsonNode picture, Tone tone, String key) {
        picture.path(key)
                .properties()
                .forEach(expected -> pictures.add(Arguments.of(
                        picture.path("file").asText(),
                        Integer.parseInt(expected.getKey()),
                        tone,
                        expected.getValue().asText())));
    }
}
