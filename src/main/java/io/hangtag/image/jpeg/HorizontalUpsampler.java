package io.hangtag.image.jpeg;

/**
 * Two pixels to a sample: three parts of the nearer sample, one of the next. Rounding goes down and up in turns, so that it
 * favours neither.
 */
final class HorizontalUpsampler implements Upsampler {
    @Override
    public void expand(ComponentStrip strip, int pixelRow, byte[] row) {
        byte[] samples = strip.samples();
        int from = strip.rowOffset(pixelRow);
        int last = strip.layout().samplesWide() - 1;
        int here = samples[from] & 0xff;
        int before = here;
        for (int i = 0; i < last; i++) {
            int after = samples[from + i + 1] & 0xff;
            // At the ends the sample is its own neighbour, which gives the sample again.
            row[2 * i] = (byte) (3 * here + before + 1 >> 2);
            row[2 * i + 1] = (byte) (3 * here + after + 2 >> 2);
            before = here;
            here = after;
        }
        row[2 * last] = (byte) (3 * here + before + 1 >> 2);
        row[2 * last + 1] = (byte) here;
    }
}
