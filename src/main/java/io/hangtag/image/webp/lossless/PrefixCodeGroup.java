package io.hangtag.image.webp.lossless;

/**
 * The five codes that the pixels of a block are read with (RFC 9649, section 3.7.2.2).
 *
 * @param green of green, of lengths of references and of places in the colour cache
 * @param red of red
 * @param blue of blue
 * @param alpha of alpha
 * @param distance of distances of references
 */
record PrefixCodeGroup(PrefixCode green, PrefixCode red, PrefixCode blue, PrefixCode alpha, PrefixCode distance) {
    private static final int LEVELS = 256;
    private static final int LENGTH_PREFIXES = 24;
    private static final int DISTANCE_PREFIXES = 40;

    static int greenAlphabet(int cacheColors) {
        return LEVELS + LENGTH_PREFIXES + cacheColors;
    }

    static PrefixCodeGroup read(PrefixCodeReader codes, int cacheColors) {
        PrefixCode green = codes.read(greenAlphabet(cacheColors));
        PrefixCode red = codes.read(LEVELS);
        PrefixCode blue = codes.read(LEVELS);
        PrefixCode alpha = codes.read(LEVELS);
        PrefixCode distance = codes.read(DISTANCE_PREFIXES);
        return new PrefixCodeGroup(green, red, blue, alpha, distance);
    }

    /** Bytes that these codes take, about. */
    long bytes() {
        return green.bytes() + red.bytes() + blue.bytes() + alpha.bytes() + distance.bytes();
    }
}
