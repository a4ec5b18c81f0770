package io.hangtag.error;

import java.io.Serial;
import java.util.Objects;

/** A failure that has a code of the closed set and a sentence that says what was wrong and, where it can, what to do. */
public class HangtagException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public HangtagException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public HangtagException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
