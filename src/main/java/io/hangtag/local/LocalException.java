package io.hangtag.local;

import java.io.Serial;

/** The local endpoints cannot start or went away; the message is one sentence for a person, with the remedy. */
public final class LocalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
