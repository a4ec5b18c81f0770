package io.hangtag.image.jpeg.encode;

import io.hangtag.image.jpeg.ZigZag;

/** Divides coefficients by the steps of T.81 Annex K.1, scaled by quality as libjpeg scales them. */
final class Quantizer {
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, //
        18, 21, 26, 66, 99, 99, 99, 99, //
        24, 26, 56, 99, 99, 99, 99, 99, //
        47, 66, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private final int[] order = ZigZag.naturalOrder();
    private final int[] steps = new int[ZigZag.LENGTH];
    private final float[] factors = new float[ZigZag.LENGTH];

    private Quantizer(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int i = 0; i < ZigZag.LENGTH; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[order[i]] * percent + 50) / 100));
            factors[i] = 1f / steps[i];
        }
    }

    static Quantizer luminance(int quality) {
        return new Quantizer(LUMINANCE, quality);
    }

    static Quantizer chrominance(int quality) {
        return new Quantizer(CHROMINANCE, quality);
    }

    /** 1..255 each, in coded order. */
    int[] steps() {
        return steps;
    }

    /**
     * Quantizes a block.
     *
     * @param coefficients row by row
     * @param target in coded order
     */
    void quantize(float[] coefficients, int[] target) {
        for (int i = 0; i < ZigZag.LENGTH; i++) {
            target[i] = Math.round(coefficients[order[i]] * factors[i]);
        }
    }
}
