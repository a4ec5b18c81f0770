package io.hangtag.image.webp.lossless;

/** Colours seen lately, found by a hash of the colour (RFC 9649, section 3.6.3). */
final class ColorCache {
    private static final int MULTIPLIER = 0x1E35A7BD;

    private final int[] colors;
    private final int shift;

    private ColorCache(int size, int shift) {
        this.colors = new int[size];
        this.shift = shift;
    }

    /** For a picture that does without. */
    static ColorCache none() {
        return new ColorCache(0, 0);
    }

    /** @param bits the binary logarithm of its size, 1 to 11 */
    static ColorCache ofBits(int bits) {
        return new ColorCache(1 << bits, 32 - bits);
    }

    int size() {
        return colors.length;
    }

    void insert(int argb) {
        if (colors.length > 0) {
            colors[MULTIPLIER * argb >>> shift] = argb;
        }
    }

    int get(int index) {
        return colors[index];
    }
}
