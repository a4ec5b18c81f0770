package io.hangtag.catalog;

import java.io.Serial;

/** A cursor that no listing gave out, or a listing with other filters or another order. */
public final class BrokenCursorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BrokenCursorException() {
        super("The cursor is not one of this listing; begin again without it");
    }
}
