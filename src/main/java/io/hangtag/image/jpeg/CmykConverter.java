package io.hangtag.image.jpeg;

/**
 * Inks to RGB as Pillow does it. The levels are those that Adobe writes, the other way round: 255 is no ink. Without Adobe's
 * marker a file would say nothing of it; Pillow takes all for Adobe's, and so does this.
 */
final class CmykConverter implements ColorConverter {
    @Override
    public void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at) {
        int to = at;
        for (int x = 0; x < width; x++) {
            int light = rows[3][offsets[3] + x] & 0xff;
            for (int component = 0; component < 3; component++) {
                int ink = 255 - (rows[component][offsets[component] + x] & 0xff);
                pixels[to++] = Levels.clamp(light - timesOver255(ink, light));
            }
        }
    }

    /** {@code a * b / 255}, rounded. */
    private static int timesOver255(int a, int b) {
        int product = a * b + 128;
        return (product >> 8) + product >> 8;
    }
}
