package io.hangtag.image.jpeg;

/** Repeats each sample. */
final class RepeatingUpsampler implements Upsampler {
    private final int horizontally;
    private final int vertically;

    RepeatingUpsampler(int horizontally, int vertically) {
        this.horizontally = horizontally;
        this.vertically = vertically;
    }

    @Override
    public void expand(ComponentStrip strip, int pixelRow, byte[] row) {
        byte[] samples = strip.samples();
        int from = strip.rowOffset(pixelRow / vertically);
        int to = 0;
        for (int end = from + strip.layout().samplesWide(); from < end; from++) {
            byte sample = samples[from];
            for (int i = 0; i < horizontally; i++) {
                row[to++] = sample;
            }
        }
    }
}
