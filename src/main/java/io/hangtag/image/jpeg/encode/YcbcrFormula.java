package io.hangtag.image.jpeg.encode;

/** RGB to YCbCr (T.871 section 7) in fixed point; results are 0..255. */
final class YcbcrFormula {
    private static final int FRACTION_BITS = 16;
    private static final int HALF = 1 << FRACTION_BITS - 1;
    /** The middle of a difference, rounded down so that pure blue and red stay below 256. */
    private static final int MIDDLE = (128 << FRACTION_BITS) + HALF - 1;

    private YcbcrFormula() {}

    static int luminance(int rgb) {
        return weigh(rgb, 19_595, 38_470, 7_471, HALF);
    }

    static int blue(int rgb) {
        return weigh(rgb, -11_059, -21_709, 32_768, MIDDLE);
    }

    static int red(int rgb) {
        return weigh(rgb, 32_768, -27_439, -5_329, MIDDLE);
    }

    private static int weigh(int rgb, int red, int green, int blue, int offset) {
        return red * (rgb >> 16) + green * (rgb >> 8 & 0xff) + blue * (rgb & 0xff) + offset >> FRACTION_BITS;
    }
}
