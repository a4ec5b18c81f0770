package io.hangtag.image.jpeg;

/** The components are red, green and blue. */
final class RgbConverter implements ColorConverter {
    @Override
    public void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at) {
        int to = at;
        for (int x = 0; x < width; x++) {
            pixels[to++] = rows[0][offsets[0] + x];
            pixels[to++] = rows[1][offsets[1] + x];
            pixels[to++] = rows[2][offsets[2] + x];
        }
    }
}
