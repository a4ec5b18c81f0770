package io.hangtag.nativeimage;

import java.io.Serial;

/** Something was asked for that the SDK leaves to the AWS Common Runtime. */
final class MissingCrtException extends UnsupportedOperationException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingCrtException(String what) {
        super(what + " needs the AWS Common Runtime, which is not part of this build");
    }
}
