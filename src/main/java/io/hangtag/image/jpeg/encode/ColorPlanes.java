package io.hangtag.image.jpeg.encode;

import io.hangtag.image.RgbImage;

/**
 * A picture as luminance and, at half its size, two planes of colour (T.871 section 7), all filled up to whole units of
 * 16 x 16 pixels by repeating the last column and row, which costs the fewest bits.
 *
 * @param columns of units
 * @param rows of units
 * @param luminance of the size of the picture
 * @param blue difference of blue, the mean of four pixels a sample
 * @param red difference of red, the mean of four pixels a sample
 */
record ColorPlanes(int columns, int rows, Plane luminance, Plane blue, Plane red) {
    /** Pixels a unit has a side. */
    static final int UNIT = 16;

    static ColorPlanes of(RgbImage image) {
        int columns = (image.width() + UNIT - 1) / UNIT;
        int rows = (image.height() + UNIT - 1) / UNIT;
        ColorPlanes planes = new ColorPlanes(
                columns,
                rows,
                Plane.empty(columns * UNIT, rows * UNIT),
                Plane.empty(columns * UNIT / 2, rows * UNIT / 2),
                Plane.empty(columns * UNIT / 2, rows * UNIT / 2));
        planes.fill(image);
        return planes;
    }

    private void fill(RgbImage image) {
        for (int y = 0; y < rows * UNIT; y += 2) {
            for (int x = 0; x < columns * UNIT; x += 2) {
                int blueSum = 0;
                int redSum = 0;
                for (int corner = 0; corner < 4; corner++) {
                    int rgb = pixel(image, x + (corner & 1), y + (corner >> 1));
                    luminance.set(x + (corner & 1), y + (corner >> 1), YcbcrFormula.luminance(rgb));
                    blueSum += YcbcrFormula.blue(rgb);
                    redSum += YcbcrFormula.red(rgb);
                }
                blue.set(x / 2, y / 2, (blueSum + 2) / 4);
                red.set(x / 2, y / 2, (redSum + 2) / 4);
            }
        }
    }

    /** As {@code 0xRRGGBB}; beyond the edge, the pixel at the edge. */
    private static int pixel(RgbImage image, int x, int y) {
        int at = 3 * (Math.min(y, image.height() - 1) * image.width() + Math.min(x, image.width() - 1));
        byte[] samples = image.samples();
        return (samples[at] & 0xff) << 16 | (samples[at + 1] & 0xff) << 8 | samples[at + 2] & 0xff;
    }
}
