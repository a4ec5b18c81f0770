package io.hangtag.image.png;

/**
 * The one colour that tRNS makes transparent in a picture without alpha (PNG 11.3.1.1), compared at the full depth.
 *
 * @param isPresent whether there is one
 * @param red its red sample as stored; for greyscale the grey
 * @param green its green sample
 * @param blue its blue sample
 */
record TransparentColor(boolean isPresent, int red, int green, int blue) {
    static final TransparentColor NONE = new TransparentColor(false, 0, 0, 0);

    static TransparentColor of(PngFile file) {
        boolean grey = file.header().colorType() == ColorType.GREYSCALE;
        // A chunk too short to name a colour is ignored, like any damaged ancillary chunk.
        return file.transparency()
                .filter(chunk -> chunk.length() >= (grey ? 2 : 6))
                .map(chunk -> grey
                        ? new TransparentColor(true, chunk.uint16(0), chunk.uint16(0), chunk.uint16(0))
                        : new TransparentColor(true, chunk.uint16(0), chunk.uint16(2), chunk.uint16(4)))
                .orElse(NONE);
    }

    boolean matches(int otherRed, int otherGreen, int otherBlue) {
        return isPresent && red == otherRed && green == otherGreen && blue == otherBlue;
    }
}
