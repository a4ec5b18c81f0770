package io.hangtag.image.jpeg;

import java.io.Serial;

/** Entropy-coded data that cannot be; {@link ScanWalker} turns it into an error that says where in the picture. */
final class EntropyFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EntropyFault(String what) {
        // Thrown and caught within one scan: a stack trace would only cost time on hostile files.
        super(what, null, false, false);
    }
}
