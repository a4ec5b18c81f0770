package io.hangtag.image;

/** Turns stored pixels upright. Stateless. */
final class Uprighter {
    /** The upright picture; the same one if it is upright already. */
    RgbImage turn(RgbImage stored, Orientation orientation) {
        int lastColumn = stored.width() - 1;
        int lastRow = stored.height() - 1;
        return switch (orientation) {
            case UPRIGHT -> stored;
            case FLIP_HORIZONTALLY -> map(stored, orientation, lastColumn, 0, -1, 0, 0, 1);
            case ROTATE_180 -> map(stored, orientation, lastColumn, lastRow, -1, 0, 0, -1);
            case FLIP_VERTICALLY -> map(stored, orientation, 0, lastRow, 1, 0, 0, -1);
            case TRANSPOSE -> map(stored, orientation, 0, 0, 0, 1, 1, 0);
            case ROTATE_90_CLOCKWISE -> map(stored, orientation, 0, lastRow, 0, -1, 1, 0);
            case TRANSVERSE -> map(stored, orientation, lastColumn, lastRow, 0, -1, -1, 0);
            case ROTATE_90_COUNTERCLOCKWISE -> map(stored, orientation, lastColumn, 0, 0, 1, -1, 0);
        };
    }

    /**
     * Walks the upright picture row by row, and the stored one from ({@code startX}, {@code startY}) by
     * ({@code columnStepX}, {@code columnStepY}) a column and ({@code rowStepX}, {@code rowStepY}) a row.
     */
    private static RgbImage map(
            RgbImage stored,
            Orientation orientation,
            int startX,
            int startY,
            int columnStepX,
            int columnStepY,
            int rowStepX,
            int rowStepY) {
        int width = orientation.swapsSides() ? stored.height() : stored.width();
        int height = orientation.swapsSides() ? stored.width() : stored.height();
        byte[] source = stored.samples();
        byte[] target = new byte[source.length];
        int columnStep = 3 * (columnStepX + columnStepY * stored.width());
        int rowStep = 3 * (rowStepX + rowStepY * stored.width());
        int rowStart = 3 * (startX + startY * stored.width());
        int at = 0;
        for (int y = 0; y < height; y++) {
            int from = rowStart;
            for (int x = 0; x < width; x++) {
                target[at] = source[from];
                target[at + 1] = source[from + 1];
                target[at + 2] = source[from + 2];
                at += 3;
                from += columnStep;
            }
            rowStart += rowStep;
        }
        return new RgbImage(width, height, target);
    }
}
