package io.hangtag.image.webp.lossy;

/** The two inverse transforms, exact to the bit (RFC 6386, sections 14.3 to 14.5). */
final class InverseTransform {
    /** sqrt(2) * cos(pi / 8) − 1 in sixteen bits after the point. */
    private static final int COSINE = 20091;
    /** sqrt(2) * sin(pi / 8) in sixteen bits after the point. */
    private static final int SINE = 35468;

    private static final int SIDE = 4;

    private InverseTransform() {}

    /** Spreads a second-order block over the first coefficients of sixteen luma blocks (14.3). */
    static void walshHadamard(short[] second, short[] luma) {
        int[] columns = new int[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            int outerSum = second[i] + second[12 + i];
            int innerSum = second[4 + i] + second[8 + i];
            int innerDifference = second[4 + i] - second[8 + i];
            int outerDifference = second[i] - second[12 + i];
            columns[i] = outerSum + innerSum;
            columns[4 + i] = innerDifference + outerDifference;
            columns[8 + i] = outerSum - innerSum;
            columns[12 + i] = outerDifference - innerDifference;
        }
        for (int row = 0; row < SIDE; row++) {
            int from = SIDE * row;
            int outerSum = columns[from] + columns[from + 3];
            int innerSum = columns[from + 1] + columns[from + 2];
            int innerDifference = columns[from + 1] - columns[from + 2];
            int outerDifference = columns[from] - columns[from + 3];
            int to = Macroblock.BLOCK_SAMPLES * from;
            luma[to] = (short) (outerSum + innerSum + 3 >> 3);
            luma[to + 16] = (short) (innerDifference + outerDifference + 3 >> 3);
            luma[to + 32] = (short) (outerSum - innerSum + 3 >> 3);
            luma[to + 48] = (short) (outerDifference - innerDifference + 3 >> 3);
        }
    }

    /**
     * Adds a block's residue to its prediction (14.4 and 14.5).
     *
     * @param from where the block's coefficients begin
     * @param at the sample at the block's upper left corner
     * @param scratch room for sixteen numbers
     */
    static void addCosine(short[] coefficients, int from, byte[] samples, int at, int stride, int[] scratch) {
        for (int i = 0; i < SIDE; i++) {
            int first = coefficients[from + i];
            int second = coefficients[from + 4 + i];
            int third = coefficients[from + 8 + i];
            int fourth = coefficients[from + 12 + i];
            int sum = first + third;
            int difference = first - third;
            int odd = sine(second) - cosine(fourth);
            int even = cosine(second) + sine(fourth);
            scratch[i] = sum + even;
            scratch[4 + i] = difference + odd;
            scratch[8 + i] = difference - odd;
            scratch[12 + i] = sum - even;
        }
        for (int row = 0; row < SIDE; row++) {
            int sum = scratch[4 * row] + scratch[4 * row + 2] + 4;
            int difference = scratch[4 * row] - scratch[4 * row + 2] + 4;
            int odd = sine(scratch[4 * row + 1]) - cosine(scratch[4 * row + 3]);
            int even = cosine(scratch[4 * row + 1]) + sine(scratch[4 * row + 3]);
            int to = at + stride * row;
            samples[to] = added(samples[to], sum + even);
            samples[to + 1] = added(samples[to + 1], difference + odd);
            samples[to + 2] = added(samples[to + 2], difference - odd);
            samples[to + 3] = added(samples[to + 3], sum - even);
        }
    }

    private static int cosine(int value) {
        return value + (value * COSINE >> 16);
    }

    private static int sine(int value) {
        return value * SINE >> 16;
    }

    private static byte added(byte predicted, int residueTimesEight) {
        return (byte) Plane.clamp((predicted & 0xFF) + (residueTimesEight >> 3));
    }
}
