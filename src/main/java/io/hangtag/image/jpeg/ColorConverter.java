package io.hangtag.image.jpeg;

/** Turns rows of component levels into rows of RGB pixels. */
interface ColorConverter {
    /**
     * Converts one row.
     *
     * @param rows for each component, an array that holds its levels
     * @param offsets for each component, where in that array the row begins
     * @param width pixels
     * @param pixels where interleaved RGB is put
     * @param at index of the first byte put
     */
    void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at);

    static ColorConverter of(ColorModel model) {
        return switch (model) {
            case GREY -> new GreyConverter();
            case RGB -> new RgbConverter();
            case YCBCR -> new YcbcrConverter();
            case CMYK -> new CmykConverter();
            case YCCK -> new YcckConverter();
        };
    }
}
