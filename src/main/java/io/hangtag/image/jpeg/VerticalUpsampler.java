package io.hangtag.image.jpeg;

/** Two rows of pixels to a row of samples: three parts of the nearer row, one of the next. */
final class VerticalUpsampler implements Upsampler {
    @Override
    public void expand(ComponentStrip strip, int pixelRow, byte[] row) {
        byte[] samples = strip.samples();
        boolean upper = pixelRow % 2 == 0;
        int near = strip.rowOffset(pixelRow / 2);
        int far = strip.rowOffset(pixelRow / 2 + (upper ? -1 : 1));
        int rounding = upper ? 1 : 2;
        int width = strip.layout().samplesWide();
        for (int i = 0; i < width; i++) {
            row[i] = (byte) (3 * (samples[near + i] & 0xff) + (samples[far + i] & 0xff) + rounding >> 2);
        }
    }
}
