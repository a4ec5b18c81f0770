package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Canvas;

/** Inflates, restores and paints the rows of one pass. Holds two rows, whatever the height. */
final class PassReader {
    private final Pass pass;
    private final ImageData data;
    private final RowFilter filter;
    private final int columns;
    private final int rows;
    private final int width;
    private final int rowBytes;
    private final byte[] filterType = new byte[1];
    private byte[] row;
    private byte[] above;
    private int nextRow;

    PassReader(PngHeader header, Pass pass, ImageData data) {
        this.pass = pass;
        this.data = data;
        this.filter = new RowFilter(header.bitsPerPixel());
        this.columns = pass.columns(header.width());
        this.width = header.width();
        // A pass without columns has no rows either, not even their filter bytes (PNG 8.2).
        this.rows = columns == 0 ? 0 : pass.rows(header.height());
        this.rowBytes = rowBytes(header);
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
    }

    private int rowBytes(PngHeader header) {
        long bytes = ((long) columns * header.bitsPerPixel() + 7) / 8;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new HangtagException(
                    ErrorCode.TOO_MANY_PIXELS,
                    "A row of the PNG has %d pixels, more than can be held; make the photo smaller."
                            .formatted(columns));
        }
        return (int) bytes;
    }

    boolean hasNext() {
        return nextRow < rows;
    }

    /**
     * Paints the next row.
     *
     * @return whether the data held it
     */
    boolean paintNext(RowPainter painter, Canvas canvas) {
        if (!data.read(filterType, 1) || !data.read(row, rowBytes)) {
            return false;
        }
        filter.restore(filterType[0] & 0xFF, row, above, rowBytes);
        int y = pass.firstRow() + nextRow * pass.rowStep();
        painter.paint(row, columns, canvas, y * width + pass.firstColumn(), pass.columnStep());
        byte[] restored = row;
        row = above;
        above = restored;
        nextRow++;
        return true;
    }
}
