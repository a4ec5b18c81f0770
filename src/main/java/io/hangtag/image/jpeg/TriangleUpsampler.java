package io.hangtag.image.jpeg;

/** Four pixels to a sample: nine parts of the nearest, three of each neighbour, one of the one across. */
final class TriangleUpsampler implements Upsampler {
    @Override
    public void expand(ComponentStrip strip, int pixelRow, byte[] row) {
        byte[] samples = strip.samples();
        int near = strip.rowOffset(pixelRow / 2);
        int far = strip.rowOffset(pixelRow / 2 + (pixelRow % 2 == 0 ? -1 : 1));
        int last = strip.layout().samplesWide() - 1;
        int here = 3 * (samples[near] & 0xff) + (samples[far] & 0xff);
        int before = here;
        for (int i = 0; i < last; i++) {
            int after = 3 * (samples[near + i + 1] & 0xff) + (samples[far + i + 1] & 0xff);
            row[2 * i] = (byte) (3 * here + before + 8 >> 4);
            row[2 * i + 1] = (byte) (3 * here + after + 7 >> 4);
            before = here;
            here = after;
        }
        row[2 * last] = (byte) (3 * here + before + 8 >> 4);
        row[2 * last + 1] = (byte) (4 * here + 7 >> 4);
    }
}
