package io.hangtag.image.jpeg;

/**
 * The first three components are luma and colour differences of what the inks cyan, magenta and yellow leave (T.872 6.5.3),
 * the fourth is black ink.
 */
final class YcckConverter implements ColorConverter {
    private final ColorConverter toRgb = new YcbcrConverter();
    private final ColorConverter toInks = new CmykConverter();

    @Override
    public void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at) {
        byte[] rgb = new byte[3 * width];
        toRgb.convert(rows, offsets, width, rgb, 0);
        byte[][] inks = new byte[3][width];
        for (int x = 0; x < width; x++) {
            for (int component = 0; component < 3; component++) {
                inks[component][x] = (byte) ~rgb[3 * x + component];
            }
        }
        toInks.convert(
                new byte[][] {inks[0], inks[1], inks[2], rows[3]}, new int[] {0, 0, 0, offsets[3]}, width, pixels, at);
    }
}
