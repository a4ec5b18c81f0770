package io.hangtag.image.jpeg.encode;

/**
 * The cosine transform of a block (T.81 A.3.3), rows first, then columns. Sums and differences of mirrored samples halve
 * the work: even frequencies depend on the sums alone, odd ones on the differences.
 */
final class ForwardTransform {
    private static final int SIDE = 8;
    private static final int HALF = SIDE / 2;

    /** {@code cosines[frequency][sample]}, with the normalising factor. */
    private final float[][] cosines = new float[SIDE][HALF];

    ForwardTransform() {
        for (int frequency = 0; frequency < SIDE; frequency++) {
            double norm = frequency == 0 ? Math.sqrt(1.0 / SIDE) : Math.sqrt(2.0 / SIDE);
            for (int sample = 0; sample < HALF; sample++) {
                cosines[frequency][sample] =
                        (float) (norm * Math.cos((2 * sample + 1) * frequency * Math.PI / (2 * SIDE)));
            }
        }
    }

    /** Turns 64 samples around zero, row by row, into coefficients in the same array. */
    void transform(float[] block) {
        for (int row = 0; row < SIDE; row++) {
            line(block, SIDE * row, 1);
        }
        for (int column = 0; column < SIDE; column++) {
            line(block, column, SIDE);
        }
    }

    private void line(float[] block, int start, int step) {
        int end = start + (SIDE - 1) * step;
        float a = block[start];
        float b = block[start + step];
        float c = block[start + 2 * step];
        float d = block[start + 3 * step];
        float e = block[end - 3 * step];
        float f = block[end - 2 * step];
        float g = block[end - step];
        float h = block[end];
        for (int frequency = 0; frequency < SIDE; frequency += 2) {
            float[] even = cosines[frequency];
            float[] odd = cosines[frequency + 1];
            int target = start + frequency * step;
            block[target] = even[0] * (a + h) + even[1] * (b + g) + even[2] * (c + f) + even[3] * (d + e);
            block[target + step] = odd[0] * (a - h) + odd[1] * (b - g) + odd[2] * (c - f) + odd[3] * (d - e);
        }
    }
}
