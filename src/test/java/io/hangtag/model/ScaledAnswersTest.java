package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.Resampler;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.jpeg.encode.JpegEncoder;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Decoding straight to an eighth costs no answer: photos of garments, brought to the size that cameras give, are answered by their
 * scaled decoding as by every pixel of them. The photos lie beside the project, where it has them; none is part of it.
 */
@Tag("answers")
class ScaledAnswersTest {
    private static final Path PHOTOS = Path.of(System.getProperty("hangtag-test.photos", "../shared/data/photos"))
            .toAbsolutePath();
    /** The long form takes all: of 1,000, one photo more or less is the whole tenth of a point. */
    private static final int COUNT = SuiteSize.current().of(60, Integer.MAX_VALUE);

    /** The photos have 320 pixels: four times that are decoded at 1/8 for a model of 160, at 1/4 for one of 224. */
    private static final int ENLARGEMENT = 4;

    private static final ImageLimits LIMITS = new ImageLimits(30_000_000, 64_000_000, 20_000);

    private static Classifier classifier;

    private final PhotoReader scaled = new PhotoReader(List.of(new JpegDecoder()), LIMITS);
    private final PhotoReader whole = new PhotoReader(List.of(new WholeDecoder()), LIMITS);
    private final Resampler resampler = new Resampler();
    private final JpegEncoder encoder = new JpegEncoder(90);

    /** Our decoder, which is not asked for less than all pixels. */
    private static final class WholeDecoder implements ImageDecoder {
        private final JpegDecoder decoder = new JpegDecoder();

        @Override
        public ImageFormat format() {
            return decoder.format();
        }

        @Override
        public ImageHeader readHeader(byte[] photo) {
            return decoder.readHeader(photo);
        }

        @Override
        public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
            return decoder.decode(photo, 1, background);
        }
    }

    /** A photo whose class somebody has seen. */
    private record Labelled(String name, String classId) {}

    @BeforeAll
    static void load() {
        assumeTrue(Files.isDirectory(PHOTOS), "there are no photos in " + PHOTOS);
        classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                .load(new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), "clothing-73"));
    }

    @AfterAll
    static void close() {
        if (classifier != null) {
            classifier.close();
        }
    }

    @Test
    void scaledDecodingChangesNoMoreThanATenthOfAPoint() throws IOException {
        // given
        List<Labelled> photos = labelled();
        DecisionRule rule = new DecisionRule(classifier.modelPackage().taxonomy());
        int rightScaled = 0;
        int rightWhole = 0;
        int otherAnswers = 0;
        double apart = 0;

        // when
        for (Labelled photo : photos) {
            byte[] jpeg = enlarged(Files.readAllBytes(PHOTOS.resolve("images").resolve(photo.name() + ".jpg")));
            Prediction ofScaled = classify(scaled, jpeg);
            Prediction ofWhole = classify(whole, jpeg);
            rightScaled += best(ofScaled).equals(photo.classId()) ? 1 : 0;
            rightWhole += best(ofWhole).equals(photo.classId()) ? 1 : 0;
            otherAnswers += answer(rule.decide(ofScaled)).equals(answer(rule.decide(ofWhole))) ? 0 : 1;
            apart += Math.abs(
                    ofScaled.probabilities()[bestIndex(ofWhole)] - ofWhole.probabilities()[bestIndex(ofWhole)]);
        }

        // then
        double points = 100.0 * (rightScaled - rightWhole) / photos.size();
        new SuiteCounts("answers")
                .with("photos", photos.size())
                .with("rightScaled", rightScaled)
                .with("rightWhole", rightWhole)
                .with("pointsChanged", "%.2f".formatted(points))
                .with("otherAnswers", otherAnswers)
                .with("meanProbabilityApart", "%.4f".formatted(apart / photos.size()))
                .close();
        assertThat(Math.abs(points)).isLessThanOrEqualTo(0.1);
    }

    private byte[] enlarged(byte[] photo) {
        RgbImage stored = new JpegDecoder().decode(photo, 1, RgbColor.WHITE);
        return encoder.encode(resampler.resize(
                stored, ENLARGEMENT * stored.width(), ENLARGEMENT * stored.height(), ResizeFilter.BICUBIC));
    }

    private static Prediction classify(PhotoReader reader, byte[] jpeg) {
        return classifier.classify(reader.letterbox(
                jpeg, reader.readHeader(jpeg), classifier.modelPackage().letterbox()));
    }

    /** What is tagged, but for the confidence. */
    private static List<String> answer(Decision decision) {
        return List.of(
                decision.level().name(),
                decision.classId(),
                String.valueOf(decision.garment()),
                String.valueOf(decision.group()));
    }

    private static String best(Prediction prediction) {
        return classifier
                .modelPackage()
                .taxonomy()
                .classes()
                .get(bestIndex(prediction))
                .id();
    }

    private static int bestIndex(Prediction prediction) {
        int best = 0;
        for (int i = 1; i < prediction.probabilities().length; i++) {
            best = prediction.probabilities()[i] > prediction.probabilities()[best] ? i : best;
        }
        return best;
    }

    /** Those with one class, spread over the file by their random names. */
    private static List<Labelled> labelled() throws IOException {
        return Files.readAllLines(PHOTOS.resolve("labels.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> !row[4].isEmpty() && !row[4].contains("|"))
                .map(row -> new Labelled(row[0], row[4]))
                .filter(photo -> Files.exists(PHOTOS.resolve("images").resolve(photo.name() + ".jpg")))
                .sorted(Comparator.comparing(Labelled::name))
                .limit(COUNT)
                .toList();
    }
}
