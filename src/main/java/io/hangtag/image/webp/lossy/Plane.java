package io.hangtag.image.webp.lossy;

import java.util.Arrays;

/**
 * One plane of samples, whole macroblocks, with the border that prediction looks at: a row of 127 above, with the corner,
 * and a column of 129 to the left (RFC 6386, section 12).
 */
final class Plane {
    private static final byte ABOVE = 127;
    private static final byte LEFT = (byte) 129;

    private final byte[] samples;
    private final int stride;

    Plane(int width, int height) {
        this.stride = width + 1;
        this.samples = new byte[Math.multiplyExact(stride, height + 1)];
        Arrays.fill(samples, 0, stride, ABOVE);
        for (int row = 1; row <= height; row++) {
            samples[row * stride] = LEFT;
        }
    }

    byte[] samples() {
        return samples;
    }

    /** How far a sample is from the one below. */
    int stride() {
        return stride;
    }

    /** Where a sample is. */
    int at(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    static int clamp(int level) {
        return level < 0 ? 0 : Math.min(level, 255);
    }
}
