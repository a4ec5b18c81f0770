package io.hangtag.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseTransformTest {
    private static final int[] ORDER = ZigZag.naturalOrder();

    @Test
    void theCodedOrderRunsAlongTheDiagonals() {
        assertThat(ORDER).hasSize(64).doesNotHaveDuplicates();
        assertThat(ORDER).startsWith(0, 1, 8, 16, 9, 2, 3, 10).endsWith(53, 60, 61, 54, 47, 55, 62, 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4, 2, 1})
    void eachSampleIsTheMeanOfThoseItStandsFor(int side) {
        Random random = new Random(side);
        for (int round = 0; round < 500; round++) {
            int last = random.nextInt(64);
            int[] block = block(random, last);
            double[] exact = cosines(block);

            byte[] samples = transformed(side, block, last);

            for (int i = 0; i < side * side; i++) {
                double mean = meanOfSquare(exact, i / side, i % side, 8 / side);
                assertThat((double) (samples[i] & 0xff)).isCloseTo(mean, within(1.01));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4, 2, 1})
    void theShorterWayForLowCoefficientsGivesTheSame(int side) {
        Random random = new Random(side);
        for (int round = 0; round < 2_000; round++) {
            int[] block = block(random, random.nextInt(ZigZag.LOW));

            assertThat(transformed(side, block, ZigZag.LOW - 1)).isEqualTo(transformed(side, block, 63));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4, 2, 1})
    void aBlockOfItsMeanAloneIsEven(int side) {
        for (int dc = -1100; dc <= 1100; dc++) {
            int[] block = new int[64];
            block[0] = dc;

            assertThat(transformed(side, block, 0)).isEqualTo(transformed(side, block, 63));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4, 2, 1})
    void levelsStayWithinBlackAndWhite(int side) {
        int[] block = new int[64];
        block[0] = 32_767;
        assertThat(transformed(side, block, 0)).containsOnly((byte) 255);
        block[0] = -32_768;
        assertThat(transformed(side, block, 0)).containsOnly((byte) 0);
    }

    /** Coefficients as a photo could have them, up to a place in the coded order. */
    private static int[] block(Random random, int last) {
        int[] block = new int[64];
        block[0] = random.nextInt(800) - 400;
        for (int k = 1; k <= last; k++) {
            block[ORDER[k]] = random.nextInt(3) == 0 ? random.nextInt(81) - 40 : 0;
        }
        return block;
    }

    private static byte[] transformed(int side, int[] block, int last) {
        byte[] samples = new byte[side * side];
        InverseTransform.toBlocksOf(side).apply(block.clone(), last, samples, 0, side);
        return samples;
    }

    /** The definition (T.81 A.3.3), level shifted. */
    private static double[] cosines(int[] block) {
        double[] samples = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int k = 0; k < 64; k++) {
                samples[i] += block[k] * factor(i / 8, k / 8) * factor(i % 8, k % 8);
            }
            samples[i] += 128;
        }
        return samples;
    }

    private static double factor(int place, int frequency) {
        double scale = frequency == 0 ? Math.sqrt(0.125) : 0.5;
        return scale * Math.cos((2 * place + 1) * frequency * Math.PI / 16);
    }

    private static double meanOfSquare(double[] samples, int row, int column, int side) {
        double sum = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                sum += samples[8 * (row * side + y) + column * side + x];
            }
        }
        return Math.max(0, Math.min(255, sum / (side * side)));
    }
}
