package io.hangtag.api.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatColorsTest {
    private final HeatColors colors = new HeatColors();

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.1, 0, 0.15})
    void leavesWhatIsColdTransparent(double heat) {
        assertThat(opacity(heat)).isZero();
    }

    @Test
    void growsOpaqueWithTheHeatAndNeverHidesThePhoto() {
        double[] opacities = IntStream.rangeClosed(15, 100)
                .mapToDouble(i -> opacity(i / 100.0))
                .toArray();

        assertThat(opacities).isSorted();
        assertThat(opacities[opacities.length - 1]).isBetween(190.0, 230.0);
    }

    /** So that order is seen in greyscale and by people who do not tell red from green. */
    @Test
    void growsLighterWithTheHeat() {
        double[] luminances = IntStream.rangeClosed(15, 100)
                .mapToDouble(i -> luminance(i / 100.0))
                .toArray();

        assertThat(luminances).isSorted();
        assertThat(luminances[luminances.length - 1]).isGreaterThan(10 * luminances[0]);
    }

    /** Something of a warm place stands out against both: contrast of the laid-over colour to the ground, as WCAG 2 computes it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void isSeenOnWhiteAndOnBlack(int ground) {
        double most = IntStream.rangeClosed(25, 100)
                .mapToDouble(i -> contrast(i / 100.0, ground))
                .max()
                .orElseThrow();

        assertThat(most).isGreaterThan(3);
    }

    private double contrast(double heat, int ground) {
        byte[] rgba = rgba(heat);
        double share = (rgba[3] & 0xff) / 255.0;
        double[] over = new double[3];
        for (int i = 0; i < 3; i++) {
            over[i] = share * (rgba[i] & 0xff) + (1 - share) * ground;
        }
        double behind = ground / 255.0;
        double front = luminance(over);
        return (Math.max(front, behind) + 0.05) / (Math.min(front, behind) + 0.05);
    }

    private int opacity(double heat) {
        return rgba(heat)[3] & 0xff;
    }

    private double luminance(double heat) {
        byte[] rgba = rgba(heat);
        return luminance(new double[] {rgba[0] & 0xff, rgba[1] & 0xff, rgba[2] & 0xff});
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double level) {
        double share = level / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private byte[] rgba(double heat) {
        byte[] rgba = new byte[4];
        colors.put(heat, rgba, 0);
        return rgba;
    }
}
