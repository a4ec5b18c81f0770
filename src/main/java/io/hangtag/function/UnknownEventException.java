package io.hangtag.function;

import java.io.Serial;

/** A message that is no event of ours. It fails for good, and ends in the dead-letter queue for a person to look at. */
final class UnknownEventException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownEventException(String message) {
        super(message);
    }
}
