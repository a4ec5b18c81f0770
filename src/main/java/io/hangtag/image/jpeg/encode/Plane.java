package io.hangtag.image.jpeg.encode;

/**
 * Samples of one component.
 *
 * @param stride samples a row
 * @param samples 0..255 each, row after row
 */
record Plane(int stride, byte[] samples) {
    /** Sides of a block. */
    static final int BLOCK = 8;

    private static final int MIDDLE = 128;

    static Plane empty(int width, int height) {
        return new Plane(width, new byte[Math.multiplyExact(width, height)]);
    }

    void set(int x, int y, int sample) {
        samples[y * stride + x] = (byte) sample;
    }

    /** Copies the block at these coordinates, its samples moved to lie around zero. */
    void read(int left, int top, float[] block) {
        for (int y = 0; y < BLOCK; y++) {
            int row = (top + y) * stride + left;
            for (int x = 0; x < BLOCK; x++) {
                block[BLOCK * y + x] = (samples[row + x] & 0xff) - MIDDLE;
            }
        }
    }
}
