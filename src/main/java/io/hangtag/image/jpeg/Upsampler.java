package io.hangtag.image.jpeg;

/** Makes rows of pixels from rows of coarser samples. */
interface Upsampler {
    /**
     * Writes one row of pixels.
     *
     * @param strip the samples, with those above and below
     * @param pixelRow which row of pixels
     * @param row where the levels are put, from the start
     */
    void expand(ComponentStrip strip, int pixelRow, byte[] row);

    /**
     * The upsampler that libjpeg would take: triangle filters for factors of two, where there is something to interpolate
     * between, else repetition.
     */
    static Upsampler of(ComponentLayout layout, boolean interpolates) {
        int horizontally = layout.expandHorizontally();
        int vertically = layout.expandVertically();
        boolean wide = layout.samplesWide() > 2;
        if (interpolates && horizontally == 2 && vertically == 1 && wide) {
            return new HorizontalUpsampler();
        }
        if (interpolates && horizontally == 1 && vertically == 2) {
            return new VerticalUpsampler();
        }
        if (interpolates && horizontally == 2 && vertically == 2 && wide) {
            return new TriangleUpsampler();
        }
        return new RepeatingUpsampler(horizontally, vertically);
    }
}
