package io.hangtag.image.png;

import io.hangtag.image.Canvas;

/** Paints samples of 1, 2, 4 or 8 bits that stand for colours of a table. */
final class TablePainter implements RowPainter {
    private final int depth;
    private final int[] colors;

    TablePainter(int depth, int[] colors) {
        this.depth = depth;
        this.colors = colors;
    }

    @Override
    public void paint(byte[] row, int columns, Canvas canvas, int firstPixel, int step) {
        int mask = (1 << depth) - 1;
        int pixelsPerByte = 8 / depth;
        int byteShift = Integer.numberOfTrailingZeros(pixelsPerByte);
        int pixel = firstPixel;
        for (int column = 0; column < columns; column++) {
            // The leftmost pixel is in the high bits of a byte.
            int place = pixelsPerByte - 1 - (column & pixelsPerByte - 1);
            int index = row[column >> byteShift] >> place * depth & mask;
            int argb = colors[index];
            int alpha = argb >>> 24;
            if (alpha == 255) {
                canvas.put(pixel, argb);
            } else {
                canvas.put(pixel, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, alpha);
            }
            pixel += step;
        }
    }
}
