package io.hangtag.image.png;

import java.util.List;

/**
 * The pixels that are stored together as a picture of their own: all of them, or one of the seven passes of Adam7 (PNG 8).
 *
 * @param firstColumn the leftmost column of the pass
 * @param firstRow its top row
 * @param columnStep how far apart its columns are
 * @param rowStep how far apart its rows are
 */
record Pass(int firstColumn, int firstRow, int columnStep, int rowStep) {
    private static final List<Pass> WHOLE = List.of(new Pass(0, 0, 1, 1));
    private static final List<Pass> ADAM7 = List.of(
            new Pass(0, 0, 8, 8),
            new Pass(4, 0, 8, 8),
            new Pass(0, 4, 4, 8),
            new Pass(2, 0, 4, 4),
            new Pass(0, 2, 2, 4),
            new Pass(1, 0, 2, 2),
            new Pass(0, 1, 1, 2));

    static List<Pass> of(PngHeader header) {
        return header.interlaced() ? ADAM7 : WHOLE;
    }

    /** Pixels a row of this pass in a picture that wide, 0 where the pass has none. */
    int columns(int width) {
        return Math.max(0, Math.floorDiv(width - firstColumn + columnStep - 1, columnStep));
    }

    /** Rows of this pass in a picture that high. */
    int rows(int height) {
        return Math.max(0, Math.floorDiv(height - firstRow + rowStep - 1, rowStep));
    }
}
