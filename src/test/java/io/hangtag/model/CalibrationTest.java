package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void isTheSoftmaxAtTemperatureOne() {
        double[] probabilities = new Calibration(1).probabilities(new float[] {0, (float) Math.log(3)});

        assertThat(probabilities[0]).isCloseTo(0.25, within(1e-7));
        assertThat(probabilities[1]).isCloseTo(0.75, within(1e-7));
    }

    @Test
    void makesHotterAnswersLessSure() {
        float[] logits = {4, 1, 0};

        assertThat(new Calibration(2).probabilities(logits)[0]).isLessThan(new Calibration(1).probabilities(logits)[0]);
    }

    @Test
    void doesNotOverflowOnLargeLogits() {
        double[] probabilities = new Calibration(0.5).probabilities(new float[] {3e38f, 1f, -3e38f});

        assertThat(probabilities).containsExactly(1, 0, 0);
        assertThat(Arrays.stream(probabilities).sum()).isEqualTo(1);
    }
}
