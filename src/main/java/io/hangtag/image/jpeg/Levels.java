package io.hangtag.image.jpeg;

/** Sample levels. */
final class Levels {
    /** What is taken off before coding, for 8 bits (T.81 A.3.1). */
    private static final int SHIFT = 128;

    private Levels() {}

    /** Keeps a level within 0..255. */
    static byte clamp(int level) {
        return (byte) ((level & ~255) == 0 ? level : ~level >> 31);
    }

    /** The level of a transformed value, which is signed around mid-grey. */
    static byte ofSigned(int value) {
        return clamp(value + SHIFT);
    }

    /** Fills a square. */
    static void fill(byte[] samples, int offset, int stride, int side, byte level) {
        for (int row = 0, at = offset; row < side; row++, at += stride) {
            for (int column = 0; column < side; column++) {
                samples[at + column] = level;
            }
        }
    }

    /** The level of a block that has a mean and nothing else: an eighth of its DC coefficient, rounded. */
    static byte ofMean(int dc) {
        return ofSigned(dc + 4 >> 3);
    }
}
