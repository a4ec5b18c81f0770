package io.hangtag.image.jpeg;

/**
 * A block becomes 2 x 2 samples, each the mean of the 4 x 4 it stands for. Of the cosines summed over four samples only
 * those of the odd frequencies, and the constant, are not zero; their sums are the factors below, times {@code 2^13}.
 */
final class QuarterTransform implements InverseTransform {
    private static final int SUM_1 = 29692; // 3.624509785
    private static final int SUM_3 = -10426; // -1.272758580
    private static final int SUM_5 = 6967; // 0.850430095
    private static final int SUM_7 = -5906; // -0.720959822

    /** Constant bits 13, two more for the scale of the factors, less two that the first pass keeps. */
    private static final int FIRST_SHIFT = 13;

    /** Constant bits, the two for scale, the two kept, three for the factor 8 of the two-dimensional transform. */
    private static final int SECOND_SHIFT = 20;

    private static final int DC_SHIFT = 15;

    @Override
    public void apply(int[] block, int last, byte[] samples, int offset, int stride) {
        if (last == 0) {
            Levels.fill(samples, offset, stride, 2, Levels.ofMean(block[0]));
            return;
        }
        if (last < ZigZag.LOW) {
            for (int column = 0; column < 4; column++) {
                transformLowColumn(block, column);
            }
            transformLowRow(block, 0, samples, offset);
            transformLowRow(block, 8, samples, offset + stride);
        } else {
            for (int column = 0; column < 8; column++) {
                transformColumn(block, column);
            }
            transformRow(block, 0, samples, offset);
            transformRow(block, 8, samples, offset + stride);
        }
    }

    private static void transformColumn(int[] block, int column) {
        int even = (block[column] << DC_SHIFT) + (1 << FIRST_SHIFT - 1);
        int odd = block[column + 8] * SUM_1
                + block[column + 24] * SUM_3
                + block[column + 40] * SUM_5
                + block[column + 56] * SUM_7;
        block[column] = even + odd >> FIRST_SHIFT;
        block[column + 8] = even - odd >> FIRST_SHIFT;
    }

    private static void transformLowColumn(int[] block, int column) {
        int even = (block[column] << DC_SHIFT) + (1 << FIRST_SHIFT - 1);
        int odd = block[column + 8] * SUM_1 + block[column + 24] * SUM_3;
        block[column] = even + odd >> FIRST_SHIFT;
        block[column + 8] = even - odd >> FIRST_SHIFT;
    }

    private static void transformRow(int[] block, int at, byte[] samples, int to) {
        int even = (block[at] << DC_SHIFT) + (1 << SECOND_SHIFT - 1);
        int odd = block[at + 1] * SUM_1 + block[at + 3] * SUM_3 + block[at + 5] * SUM_5 + block[at + 7] * SUM_7;
        samples[to] = Levels.ofSigned(even + odd >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(even - odd >> SECOND_SHIFT);
    }

    private static void transformLowRow(int[] block, int at, byte[] samples, int to) {
        int even = (block[at] << DC_SHIFT) + (1 << SECOND_SHIFT - 1);
        int odd = block[at + 1] * SUM_1 + block[at + 3] * SUM_3;
        samples[to] = Levels.ofSigned(even + odd >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(even - odd >> SECOND_SHIFT);
    }
}
