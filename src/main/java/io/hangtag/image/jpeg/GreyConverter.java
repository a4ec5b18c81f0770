package io.hangtag.image.jpeg;

/** Grey is red, green and blue in equal parts. */
final class GreyConverter implements ColorConverter {
    @Override
    public void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at) {
        byte[] grey = rows[0];
        int from = offsets[0];
        int to = at;
        for (int x = 0; x < width; x++) {
            byte level = grey[from + x];
            pixels[to++] = level;
            pixels[to++] = level;
            pixels[to++] = level;
        }
    }
}
