package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.RgbImage;
import io.hangtag.image.Tone;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second released package, on test pictures of Fashion-MNIST: it needs nothing that the first one does not. */
class FashionMnistModelTest {
    private static final Path SAMPLES = Path.of("src/test/resources/fashion-mnist");
    private static final ModelPackage PACKAGE =
            new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), "fashion-mnist-10");
    private static final Classifier CLASSIFIER =
            new ClassifierLoader(new NativeLibraries(Optional.empty()), 1).load(PACKAGE);

    private final PhotoReader reader =
            new PhotoReader(List.of(new JpegDecoder(), new PngDecoder()), new ImageLimits(10_000_000, 100_000, 30_000));
    private final DecisionRule rule = new DecisionRule(PACKAGE.taxonomy());

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void namesTheTenClassesAndTellsNothingOfClothing() {
        assertThat(PACKAGE.taxonomy().classes())
                .extracting(GarmentClass::id)
                .containsExactly(
                        "t-shirt-top",
                        "trouser",
                        "pullover",
                        "dress",
                        "coat",
                        "sandal",
                        "shirt",
                        "sneaker",
                        "bag",
                        "ankle-boot");
        assertThat(PACKAGE.clothingName()).isEmpty();
        assertThat(PACKAGE.letterbox().tone()).isEqualTo(Tone.GREY_ON_DARK);
        assertThat(PACKAGE.head()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void answersATestPictureAsPythonDoes(GoldenPicture picture) throws IOException {
        Prediction prediction = CLASSIFIER.classify(input(Files.readAllBytes(SAMPLES.resolve(picture.file()))));

        double[] expected = new Calibration(PACKAGE.temperature()).probabilities(picture.logits());
        for (int i = 0; i < expected.length; i++) {
            assertThat(prediction.probabilities()[i]).isCloseTo(expected[i], within(0.02));
        }
        assertThat(prediction.clothing()).isEmpty();
    }

    @Test
    void isRightAboutNineInTenTestPictures() throws IOException {
        Map<String, String> labels = labels();
        int right = 0;
        for (String file : labels.keySet()) {
            if (best(Files.readAllBytes(SAMPLES.resolve(file))).equals(labels.get(file))) {
                right++;
            }
        }

        assertThat(labels).hasSize(40);
        assertThat(right).isGreaterThanOrEqualTo(36);
    }

    @Test
    void answersANegativeOnWhiteAsItAnswersThePicture() throws IOException {
        for (String file : labels().keySet()) {
            byte[] picture = Files.readAllBytes(SAMPLES.resolve(file));

            assertThat(input(negative(picture)).samples())
                    .as(file)
                    .isEqualTo(input(picture).samples());
        }
    }

    private String best(byte[] photo) {
        return rule.decide(CLASSIFIER.classify(input(photo))).top().get(0).classId();
    }

    private RgbImage input(byte[] photo) {
        return reader.letterbox(photo, reader.readHeader(photo), PACKAGE.letterbox());
    }

    private static byte[] negative(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage negative =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int level = picture.getRaster().getSample(x, y, 0);
                negative.getRaster().setSample(x, y, 0, 255 - level);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(negative, "png", out);
        return out.toByteArray();
    }

    private static Map<String, String> labels() throws IOException {
        Map<String, String> labels = new HashMap<>();
        List<String> lines = Files.readAllLines(SAMPLES.resolve("labels.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            labels.put(cells[0], cells[1]);
        }
        return labels;
    }

    static List<GoldenPicture> samples() throws IOException {
        List<GoldenPicture> pictures = GoldenPicture.read(SAMPLES, PACKAGE);
        assertThat(pictures).hasSize(40);
        return pictures;
    }
}
