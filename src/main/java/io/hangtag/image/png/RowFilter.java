package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** Undoes the prediction of a row's bytes from the bytes left of and above them (PNG 9.2). */
final class RowFilter {
    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private final int pixelBytes;

    /** @param bitsPerPixel "left" is this far, rounded up to bytes */
    RowFilter(int bitsPerPixel) {
        this.pixelBytes = Math.max(1, bitsPerPixel / 8);
    }

    /**
     * Restores one row in place.
     *
     * @param type the byte that came before the row
     * @param above the restored row above, zeros for the first
     */
    void restore(int type, byte[] row, byte[] above, int length) {
        switch (type) {
            case NONE -> {}
            case SUB -> {
                for (int i = pixelBytes; i < length; i++) {
                    row[i] += row[i - pixelBytes];
                }
            }
            case UP -> {
                for (int i = 0; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case AVERAGE -> average(row, above, length);
            case PAETH -> paeth(row, above, length);
            default ->
                throw new HangtagException(
                        ErrorCode.CORRUPT_IMAGE,
                        "A row of the PNG names filter %d of 0 to 4; export the photo again.".formatted(type));
        }
    }

    private void average(byte[] row, byte[] above, int length) {
        for (int i = 0; i < Math.min(pixelBytes, length); i++) {
            row[i] += (byte) ((above[i] & 0xFF) >> 1);
        }
        for (int i = pixelBytes; i < length; i++) {
            row[i] += (byte) ((row[i - pixelBytes] & 0xFF) + (above[i] & 0xFF) >> 1);
        }
    }

    private void paeth(byte[] row, byte[] above, int length) {
        for (int i = 0; i < Math.min(pixelBytes, length); i++) {
            row[i] += above[i];
        }
        for (int i = pixelBytes; i < length; i++) {
            row[i] += (byte) nearest(row[i - pixelBytes] & 0xFF, above[i] & 0xFF, above[i - pixelBytes] & 0xFF);
        }
    }

    /** Of left, up and upper left the one nearest to {@code left + up - corner}, ties in that order (PNG 9.4). */
    private static int nearest(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
