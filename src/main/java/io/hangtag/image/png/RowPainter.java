package io.hangtag.image.png;

import io.hangtag.image.Canvas;

/** Turns the samples of a restored row into pixels. */
interface RowPainter {
    /**
     * Paints one row of a pass.
     *
     * @param row packed samples (PNG 7.2)
     * @param columns how many pixels they are
     * @param firstPixel the canvas pixel of the first
     * @param step how far apart they are on the canvas
     */
    void paint(byte[] row, int columns, Canvas canvas, int firstPixel, int step);

    /** The painter for a file's colour type. */
    static RowPainter of(PngFile file) {
        ColorType type = file.header().colorType();
        int depth = file.header().depth();
        return switch (type) {
            case INDEXED -> new TablePainter(depth, ColorTable.ofPalette(file));
            case GREYSCALE ->
                depth <= 8
                        ? new TablePainter(depth, ColorTable.ofGreys(file))
                        : new ChannelPainter(file.header(), TransparentColor.of(file));
            case TRUECOLOUR -> new ChannelPainter(file.header(), TransparentColor.of(file));
            case GREYSCALE_ALPHA, TRUECOLOUR_ALPHA -> new ChannelPainter(file.header(), TransparentColor.NONE);
        };
    }
}
