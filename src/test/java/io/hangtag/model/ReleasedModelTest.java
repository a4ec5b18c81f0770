package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.RgbImage;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.image.webp.WebpDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package that is released: the same pictures give the same answers in Java as where it was measured, in Python. */
class ReleasedModelTest {
    private static final Path GOLDEN = Path.of("models/golden");
    private static final ModelPackage PACKAGE =
            new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), "clothing-73");
    private static final Classifier CLASSIFIER =
            new ClassifierLoader(new NativeLibraries(Optional.empty()), 1).load(PACKAGE);

    private final PhotoReader reader = new PhotoReader(
            List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()),
            new ImageLimits(10_000_000, 100_000_000, 30_000));

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void namesThe73Classes() {
        assertThat(PACKAGE.taxonomy().classes()).hasSize(73);
        assertThat(PACKAGE.taxonomy().classes()).extracting(GarmentClass::group).containsOnly("top", "bottom", "dress");
        assertThat(PACKAGE.metrics().path("split").asText()).isEqualTo("test");
    }

    @Test
    void bringsTheWeightsOfItsLastLayer() {
        assertThat(PACKAGE.head().orElseThrow().channels()).isEqualTo(1280);
        assertThat(PACKAGE.head().orElseThrow().weights()).hasSize(73 * 1280);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenPictures")
    void answersAGoldenPictureAsPythonDoes(GoldenPicture picture) throws IOException {
        Prediction prediction = classify(GOLDEN.resolve(picture.file()));

        double[] expected = new Calibration(PACKAGE.temperature()).probabilities(picture.logits());
        // A pixel that is one level off may carry an activation over a rounding border of its 8 bits.
        for (int i = 0; i < expected.length; i++) {
            assertThat(prediction.probabilities()[i]).isCloseTo(expected[i], within(0.02));
        }
        assertThat(prediction.clothing().orElseThrow())
                .isCloseTo(Calibration.sigmoid(picture.clothing()), within(0.02));
    }

    @Test
    void namesMostOfTheExamplesAndNoneOfThemWrongly() throws IOException {
        DecisionRule rule = new DecisionRule(PACKAGE.taxonomy());
        List<String> named = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("examples/expected.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String file = line.substring(0, line.indexOf(','));
            Decision decision = rule.decide(classify(Path.of("examples").resolve(file)));
            assertThat(decision.clothing()).as(file).isTrue();
            if (decision.level() == AnswerLevel.CLASS) {
                assertThat(decision.classId()).as(file).isEqualTo(line.substring(file.length() + 1));
                named.add(file);
            }
        }

        assertThat(named).hasSizeGreaterThanOrEqualTo(16);
    }

    private Prediction classify(Path file) throws IOException {
        byte[] photo = Files.readAllBytes(file);
        ImageHeader header = reader.readHeader(photo);
        RgbImage input = reader.letterbox(photo, header, PACKAGE.letterbox());
        return CLASSIFIER.classify(input);
    }

    static List<GoldenPicture> goldenPictures() throws IOException {
        List<GoldenPicture> pictures = GoldenPicture.read(GOLDEN, PACKAGE);
        assertThat(pictures).hasSizeGreaterThan(30);
        return pictures;
    }
}
