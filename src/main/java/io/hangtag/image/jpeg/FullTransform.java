package io.hangtag.image.jpeg;

/**
 * The whole 8 x 8 inverse cosine transform after Loeffler, Ligtenberg and Moschytz (ICASSP 1989), with twelve
 * multiplications a line: columns first, then rows. Factors are times {@code 2^13}, and the first pass keeps two more bits,
 * so that the result is the same integer on every machine.
 */
final class FullTransform implements InverseTransform {
    private static final int CONSTANT_BITS = 13;
    private static final int KEPT_BITS = 2;
    private static final int FIRST_SHIFT = CONSTANT_BITS - KEPT_BITS;

    /** Three more for the factor 8 of the two-dimensional transform. */
    private static final int SECOND_SHIFT = CONSTANT_BITS + KEPT_BITS + 3;

    private static final int LOW_SIDE = 5;

    private static final int F_0_298631336 = 2446;
    private static final int F_0_390180644 = 3196;
    private static final int F_0_541196100 = 4433;
    private static final int F_0_765366865 = 6270;
    private static final int F_0_899976223 = 7373;
    private static final int F_1_175875602 = 9633;
    private static final int F_1_501321110 = 12299;
    private static final int F_1_847759065 = 15137;
    private static final int F_1_961570560 = 16069;
    private static final int F_2_053119869 = 16819;
    private static final int F_2_562915447 = 20995;
    private static final int F_3_072711026 = 25172;

    @Override
    public void apply(int[] block, int last, byte[] samples, int offset, int stride) {
        if (last == 0) {
            Levels.fill(samples, offset, stride, 8, Levels.ofMean(block[0]));
            return;
        }
        if (last < ZigZag.LOW) {
            for (int column = 0; column < LOW_SIDE; column++) {
                transformLowColumn(block, column);
            }
            for (int row = 0; row < 8; row++) {
                transformLowRow(block, row * 8, samples, offset + row * stride);
            }
            return;
        }
        for (int column = 0; column < 8; column++) {
            transformColumn(block, column);
        }
        for (int row = 0; row < 8; row++) {
            transformRow(block, row * 8, samples, offset + row * stride);
        }
    }

    private static void transformColumn(int[] block, int column) {
        int c0 = block[column];
        int c1 = block[column + 8];
        int c2 = block[column + 16];
        int c3 = block[column + 24];
        int c4 = block[column + 32];
        int c5 = block[column + 40];
        int c6 = block[column + 48];
        int c7 = block[column + 56];
        if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) == 0) {
            int mean = c0 << KEPT_BITS;
            for (int i = column; i < ZigZag.LENGTH; i += 8) {
                block[i] = mean;
            }
            return;
        }
        int rotation = (c2 + c6) * F_0_541196100;
        int turned2 = rotation + c2 * F_0_765366865;
        int turned6 = rotation - c6 * F_1_847759065;
        int half = 1 << FIRST_SHIFT - 1;
        int sum = (c0 + c4 << CONSTANT_BITS) + half;
        int difference = (c0 - c4 << CONSTANT_BITS) + half;
        int even0 = sum + turned2;
        int even1 = difference + turned6;
        int even2 = difference - turned6;
        int even3 = sum - turned2;

        int common = (c1 + c3 + c5 + c7) * F_1_175875602;
        int outer = (c1 + c7) * -F_0_899976223;
        int inner = (c3 + c5) * -F_2_562915447;
        int high = common - (c3 + c7) * F_1_961570560;
        int low = common - (c1 + c5) * F_0_390180644;
        int odd0 = c1 * F_1_501321110 + outer + low;
        int odd1 = c3 * F_3_072711026 + inner + high;
        int odd2 = c5 * F_2_053119869 + inner + low;
        int odd3 = c7 * F_0_298631336 + outer + high;

        block[column] = even0 + odd0 >> FIRST_SHIFT;
        block[column + 8] = even1 + odd1 >> FIRST_SHIFT;
        block[column + 16] = even2 + odd2 >> FIRST_SHIFT;
        block[column + 24] = even3 + odd3 >> FIRST_SHIFT;
        block[column + 32] = even3 - odd3 >> FIRST_SHIFT;
        block[column + 40] = even2 - odd2 >> FIRST_SHIFT;
        block[column + 48] = even1 - odd1 >> FIRST_SHIFT;
        block[column + 56] = even0 - odd0 >> FIRST_SHIFT;
    }

    private static void transformRow(int[] block, int at, byte[] samples, int to) {
        int c0 = block[at];
        int c1 = block[at + 1];
        int c2 = block[at + 2];
        int c3 = block[at + 3];
        int c4 = block[at + 4];
        int c5 = block[at + 5];
        int c6 = block[at + 6];
        int c7 = block[at + 7];
        int rotation = (c2 + c6) * F_0_541196100;
        int turned2 = rotation + c2 * F_0_765366865;
        int turned6 = rotation - c6 * F_1_847759065;
        int half = 1 << SECOND_SHIFT - 1;
        int sum = (c0 + c4 << CONSTANT_BITS) + half;
        int difference = (c0 - c4 << CONSTANT_BITS) + half;
        int even0 = sum + turned2;
        int even1 = difference + turned6;
        int even2 = difference - turned6;
        int even3 = sum - turned2;

        int common = (c1 + c3 + c5 + c7) * F_1_175875602;
        int outer = (c1 + c7) * -F_0_899976223;
        int inner = (c3 + c5) * -F_2_562915447;
        int high = common - (c3 + c7) * F_1_961570560;
        int low = common - (c1 + c5) * F_0_390180644;
        int odd0 = c1 * F_1_501321110 + outer + low;
        int odd1 = c3 * F_3_072711026 + inner + high;
        int odd2 = c5 * F_2_053119869 + inner + low;
        int odd3 = c7 * F_0_298631336 + outer + high;

        samples[to] = Levels.ofSigned(even0 + odd0 >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(even1 + odd1 >> SECOND_SHIFT);
        samples[to + 2] = Levels.ofSigned(even2 + odd2 >> SECOND_SHIFT);
        samples[to + 3] = Levels.ofSigned(even3 + odd3 >> SECOND_SHIFT);
        samples[to + 4] = Levels.ofSigned(even3 - odd3 >> SECOND_SHIFT);
        samples[to + 5] = Levels.ofSigned(even2 - odd2 >> SECOND_SHIFT);
        samples[to + 6] = Levels.ofSigned(even1 - odd1 >> SECOND_SHIFT);
        samples[to + 7] = Levels.ofSigned(even0 - odd0 >> SECOND_SHIFT);
    }

    private static void transformLowColumn(int[] block, int column) {
        int c0 = block[column];
        int c1 = block[column + 8];
        int c2 = block[column + 16];
        int c3 = block[column + 24];
        int c4 = block[column + 32];
        int turned2 = c2 * (F_0_541196100 + F_0_765366865);
        int turned6 = c2 * F_0_541196100;
        int half = 1 << FIRST_SHIFT - 1;
        int sum = (c0 + c4 << CONSTANT_BITS) + half;
        int difference = (c0 - c4 << CONSTANT_BITS) + half;
        int even0 = sum + turned2;
        int even1 = difference + turned6;
        int even2 = difference - turned6;
        int even3 = sum - turned2;
        int common = (c1 + c3) * F_1_175875602;
        int high = common - c3 * F_1_961570560;
        int low = common - c1 * F_0_390180644;
        int odd0 = c1 * (F_1_501321110 - F_0_899976223) + low;
        int odd1 = c3 * (F_3_072711026 - F_2_562915447) + high;
        int odd2 = low - c3 * F_2_562915447;
        int odd3 = high - c1 * F_0_899976223;
        block[column] = even0 + odd0 >> FIRST_SHIFT;
        block[column + 8] = even1 + odd1 >> FIRST_SHIFT;
        block[column + 16] = even2 + odd2 >> FIRST_SHIFT;
        block[column + 24] = even3 + odd3 >> FIRST_SHIFT;
        block[column + 32] = even3 - odd3 >> FIRST_SHIFT;
        block[column + 40] = even2 - odd2 >> FIRST_SHIFT;
        block[column + 48] = even1 - odd1 >> FIRST_SHIFT;
        block[column + 56] = even0 - odd0 >> FIRST_SHIFT;
    }

    private static void transformLowRow(int[] block, int at, byte[] samples, int to) {
        int c0 = block[at];
        int c1 = block[at + 1];
        int c2 = block[at + 2];
        int c3 = block[at + 3];
        int c4 = block[at + 4];
        int turned2 = c2 * (F_0_541196100 + F_0_765366865);
        int turned6 = c2 * F_0_541196100;
        int half = 1 << SECOND_SHIFT - 1;
        int sum = (c0 + c4 << CONSTANT_BITS) + half;
        int difference = (c0 - c4 << CONSTANT_BITS) + half;
        int even0 = sum + turned2;
        int even1 = difference + turned6;
        int even2 = difference - turned6;
        int even3 = sum - turned2;
        int common = (c1 + c3) * F_1_175875602;
        int high = common - c3 * F_1_961570560;
        int low = common - c1 * F_0_390180644;
        int odd0 = c1 * (F_1_501321110 - F_0_899976223) + low;
        int odd1 = c3 * (F_3_072711026 - F_2_562915447) + high;
        int odd2 = low - c3 * F_2_562915447;
        int odd3 = high - c1 * F_0_899976223;
        samples[to] = Levels.ofSigned(even0 + odd0 >> SECOND_SHIFT);
        samples[to + 1] = Levels.ofSigned(even1 + odd1 >> SECOND_SHIFT);
        samples[to + 2] = Levels.ofSigned(even2 + odd2 >> SECOND_SHIFT);
        samples[to + 3] = Levels.ofSigned(even3 + odd3 >> SECOND_SHIFT);
        samples[to + 4] = Levels.ofSigned(even3 - odd3 >> SECOND_SHIFT);
        samples[to + 5] = Levels.ofSigned(even2 - odd2 >> SECOND_SHIFT);
        samples[to + 6] = Levels.ofSigned(even1 - odd1 >> SECOND_SHIFT);
        samples[to + 7] = Levels.ofSigned(even0 - odd0 >> SECOND_SHIFT);
    }
}
