package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.testing.TestClassifiers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void givesWhatTheGraphComputes() {
        // given mean levels 100, 50, 0, so logits 4, 2, 0 and 0.0375 * 150 - 7
        RgbImage image = RgbImage.filled(16, 16, new RgbColor(100, 50, 0));

        Prediction prediction = CLASSIFIER.classify(image);

        double sum = Math.exp(4) + Math.exp(2) + Math.exp(0) + Math.exp(-1.375);
        assertThat(prediction.probabilities()[0]).isCloseTo(Math.exp(4) / sum, within(1e-5));
        assertThat(prediction.probabilities()[1]).isCloseTo(Math.exp(2) / sum, within(1e-5));
        assertThat(Arrays.stream(prediction.probabilities()).sum()).isCloseTo(1, within(1e-9));
        assertThat(prediction.clothing().orElseThrow()).isCloseTo(1 / (1 + Math.exp(-7.5)), within(1e-5));
    }

    @Test
    void closesItsInputAndEachOutput() {
        // given the values of classifications before
        long before = CLASSIFIER.nativeValues().taken();

        CLASSIFIER.classify(RgbImage.filled(16, 16, RgbColor.WHITE));

        assertThat(CLASSIFIER.nativeValues().taken()).isEqualTo(before + 3);
        assertThat(CLASSIFIER.nativeValues().open()).isZero();
    }

    @Test
    void answersAlikeFromManyThreads() {
        List<RgbImage> images = IntStream.range(0, 200)
                .mapToObj(i -> RgbImage.filled(16, 16, new RgbColor(i, 255 - i, i / 2)))
                .toList();
        List<double[]> alone = images.stream()
                .map(image -> CLASSIFIER.classify(image).probabilities())
                .toList();

        List<double[]> together = images.parallelStream()
                .map(image -> CLASSIFIER.classify(image).probabilities())
                .toList();

        for (int i = 0; i < images.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
        assertThat(CLASSIFIER.nativeValues().open()).isZero();
    }

    @Test
    void refusesAPictureOfAnotherSize() {
        assertThatThrownBy(() -> CLASSIFIER.classify(RgbImage.filled(15, 16, RgbColor.WHITE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 x 16");
    }
}
