package io.hangtag.image.webp.lossless;

/**
 * A small picture with a pixel for each square block of the big one (RFC 9649, section 3.6.1).
 *
 * @param sideBits the binary logarithm of a block's side
 * @param columns blocks a row
 * @param pixels what is said of each block
 */
record BlockImage(int sideBits, int columns, int[] pixels) {
    /** What is said of the block that a pixel of the big picture lies in. */
    int at(int x, int y) {
        return pixels[(y >> sideBits) * columns + (x >> sideBits)];
    }

    /** How many blocks cover that many pixels in a line. */
    static int blocks(int size, int sideBits) {
        return size + (1 << sideBits) - 1 >> sideBits;
    }
}
