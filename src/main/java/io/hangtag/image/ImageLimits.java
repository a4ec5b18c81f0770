package io.hangtag.image;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * What is refused before a pixel is decoded.
 *
 * @param bytes the most bytes of a photo
 * @param pixels the most pixels its header may declare
 * @param side the longest side its header may declare
 */
public record ImageLimits(int bytes, long pixels, int side) {
    /** Refuses a photo by its length: {@code EMPTY_OBJECT} or {@code TOO_LARGE}. */
    public void checkLength(long length) {
        if (length == 0) {
            throw new HangtagException(ErrorCode.EMPTY_OBJECT, "The photo has no bytes; upload it again");
        }
        if (length > bytes) {
            throw new HangtagException(
                    ErrorCode.TOO_LARGE,
                    "The photo has %,d bytes, the limit is %,d; save it smaller".formatted(length, bytes));
        }
    }

    /** Refuses a photo by its header: {@code TOO_MANY_PIXELS}. */
    public void check(ImageHeader header) {
        if (header.pixels() > pixels || Math.max(header.width(), header.height()) > side) {
            throw new HangtagException(
                    ErrorCode.TOO_MANY_PIXELS,
                    "The photo has %d x %d pixels, the limits are %,d pixels and %,d a side; save it smaller"
                            .formatted(header.width(), header.height(), pixels, side));
        }
    }
}
