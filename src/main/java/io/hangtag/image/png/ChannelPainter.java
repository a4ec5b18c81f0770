package io.hangtag.image.png;

import io.hangtag.image.Canvas;

/**
 * Paints samples of 8 or 16 bits that are levels themselves. Of 16 bits the high eight are kept, which is what Pillow
 * keeps, rather than the rounding that PNG 13.12 prefers.
 */
final class ChannelPainter implements RowPainter {
    private final int sampleBytes;
    private final int pixelBytes;
    private final boolean colored;
    private final boolean translucent;
    private final TransparentColor transparent;

    ChannelPainter(PngHeader header, TransparentColor transparent) {
        ColorType type = header.colorType();
        this.sampleBytes = header.depth() / 8;
        this.pixelBytes = header.bitsPerPixel() / 8;
        this.colored = type == ColorType.TRUECOLOUR || type == ColorType.TRUECOLOUR_ALPHA;
        this.translucent = type == ColorType.GREYSCALE_ALPHA || type == ColorType.TRUECOLOUR_ALPHA;
        this.transparent = transparent;
    }

    @Override
    public void paint(byte[] row, int columns, Canvas canvas, int firstPixel, int step) {
        int greenAt = colored ? sampleBytes : 0;
        int blueAt = 2 * greenAt;
        int alphaAt = blueAt + sampleBytes;
        int pixel = firstPixel;
        for (int at = 0; at < columns * pixelBytes; at += pixelBytes) {
            int red = row[at] & 0xFF;
            int green = row[at + greenAt] & 0xFF;
            int blue = row[at + blueAt] & 0xFF;
            if (translucent) {
                canvas.put(pixel, red, green, blue, row[at + alphaAt] & 0xFF);
            } else if (transparent.isPresent() && isTransparent(row, at, at + greenAt, at + blueAt)) {
                canvas.put(pixel, red, green, blue, 0);
            } else {
                canvas.put(pixel, red, green, blue);
            }
            pixel += step;
        }
    }

    private boolean isTransparent(byte[] row, int redAt, int greenAt, int blueAt) {
        return transparent.matches(sample(row, redAt), sample(row, greenAt), sample(row, blueAt));
    }

    private int sample(byte[] row, int at) {
        int high = row[at] & 0xFF;
        return sampleBytes == 1 ? high : high << 8 | row[at + 1] & 0xFF;
    }
}
