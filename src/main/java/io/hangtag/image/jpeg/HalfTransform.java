package io.hangtag.image.jpeg;

/**
 * A block becomes 4 x 4 samples, each the mean of the 2 x 2 it stands for: the cosines summed over two samples. The fourth
 * frequency sums to zero. The even ones leave a rotation, the odd ones a 4 x 2 matrix; factors times {@code 2^13}.
 */
final class HalfTransform implements InverseTransform {
    private static final int EVEN_2 = 15137; // 1.847759065
    private static final int EVEN_6 = -6270; // -0.765366865
    private static final int OUTER_1 = 20995; // 2.562915447
    private static final int OUTER_3 = 7373; // 0.899976223
    private static final int OUTER_5 = -4926; // -0.601344887
    private static final int OUTER_7 = -4176; // -0.509795579
    private static final int INNER_1 = 8697; // 1.061594337
    private static final int INNER_3 = -17799; // -2.172734803
    private static final int INNER_5 = 11893; // 1.451774981
    private static final int INNER_7 = -1730; // -0.211164243

    /** Constant bits 13, one more for the scale of the factors, less two that the first pass keeps. */
    private static final int FIRST_SHIFT = 12;

    /** Constant bits, the one for scale, the two kept, three for the factor 8 of the two-dimensional transform. */
    private static final int SECOND_SHIFT = 19;

    private static final int DC_SHIFT = 14;
    private static final int UNUSED_COLUMN = 4;

    @Override
    public void apply(int[] block, int last, byte[] samples, int offset, int stride) {
        if (last == 0) {
            Levels.fill(samples, offset, stride, 4, Levels.ofMean(block[0]));
            return;
        }
        if (last < ZigZag.LOW) {
            for (int column = 0; column < UNUSED_COLUMN; column++) {
                transformLowColumn(block, column);
            }
            for (int row = 0; row < 4; row++) {
                transformLowRow(block, row * 8, samples, offset + row * stride);
            }
            return;
        }
        for (int column = 0; column < 8; column++) {
            if (column != UNUSED_COLUMN) {
                transformColumn(block, column);
            }
        }
        for (int row = 0; row < 4; row++) {
            transformRow(block, row * 8, samples, offset + row * stride);
        }
    }

    private static void transformColumn(int[] block, int column) {
        int c1 = block[column + 8];
        int c2 = block[column + 16];
        int c3 = block[column + 24];
        int c5 = block[column + 40];
        int c6 = block[column + 48];
        int c7 = block[column + 56];
        int mean = (block[column] << DC_SHIFT) + (1 << FIRST_SHIFT - 1);
        int even = c2 * EVEN_2 + c6 * EVEN_6;
        int outer = c1 * OUTER_1 + c3 * OUTER_3 + c5 * OUTER_5 + c7 * OUTER_7;
        int inner = c1 * INNER_1 + c3 * INNER_3 + c5 * INNER_5 + c7 * INNER_7;
        block[column] = mean + even + outer >> FIRST_SHIFT;
        block[column + 8] = mean - even + inner >> FIRST_SHIFT;
        block[column + 16] = mean - even - inner >> FIRST_SHIFT;
        block[column + 24] = mean + even - outer >> FIRST_SHIFT;
    }

    private static void transformRow(int[] block, int at, byte[] samples, int to) {
        int c1 = block[at + 1];
        int c3 = block[at + 3];
        int c5 = block[at + 5];
        int c7 = block[at + 7];
        int mean = (block[at] << DC_SHIFT) + (1 << SECOND_SHIFT - 1);
        int even = block[at + 2] * EVEN_2 + block[at + 6] * EVEN_6;
        int outer = c1 * OUTER_1 + c3 * OUTER_3 + c5 * OUTER_5 + c7 * OUTER_7;
        int inner = c1 * INNER_1 + c3 * INNER_3 + c5 * INNER_5 + c7 * INNER_7;
        samples[to] = Levels.ofSigned(mean + even + outer >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(mean - even + inner >> SECOND_SHIFT);
        samples[to + 2] = Levels.ofSigned(mean - even - inner >> SECOND_SHIFT);
        samples[to + 3] = Levels.ofSigned(mean + even - outer >> SECOND_SHIFT);
    }

    private static void transformLowColumn(int[] block, int column) {
        int c1 = block[column + 8];
        int c3 = block[column + 24];
        int mean = (block[column] << DC_SHIFT) + (1 << FIRST_SHIFT - 1);
        int even = block[column + 16] * EVEN_2;
        int outer = c1 * OUTER_1 + c3 * OUTER_3;
        int inner = c1 * INNER_1 + c3 * INNER_3;
        block[column] = mean + even + outer >> FIRST_SHIFT;
        block[column + 8] = mean - even + inner >> FIRST_SHIFT;
        block[column + 16] = mean - even - inner >> FIRST_SHIFT;
        block[column + 24] = mean + even - outer >> FIRST_SHIFT;
    }

    private static void transformLowRow(int[] block, int at, byte[] samples, int to) {
        int c1 = block[at + 1];
        int c3 = block[at + 3];
        int mean = (block[at] << DC_SHIFT) + (1 << SECOND_SHIFT - 1);
        int even = block[at + 2] * EVEN_2;
        int outer = c1 * OUTER_1 + c3 * OUTER_3;
        int inner = c1 * INNER_1 + c3 * INNER_3;
        samples[to] = Levels.ofSigned(mean + even + outer >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(mean - even + inner >> SECOND_SHIFT);
        samples[to + 2] = Levels.ofSigned(mean - even - inner >> SECOND_SHIFT);
        samples[to + 3] = Levels.ofSigned(mean + even - outer >> SECOND_SHIFT);
    }
}
