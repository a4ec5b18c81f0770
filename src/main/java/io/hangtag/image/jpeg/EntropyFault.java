package io.hangtag.image.jpeg;

import java.io.Serial;

/** Entropy-coded data that cannot be; {@link ScanWalker} turns it into an error that says where in the picture. */
final class EntropyFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean endOfFile;

    EntropyFault(String what) {
        this(what, false);
    }

    private EntropyFault(String what, boolean endOfFile) {
        // Thrown and caught within one scan: a stack trace would only cost time on hostile files.
        super(what, null, false, false);
        this.endOfFile = endOfFile;
    }

    /** The file ends where there should be more. */
    static EntropyFault endOfFile(String what) {
        return new EntropyFault(what, true);
    }

    boolean isEndOfFile() {
        return endOfFile;
    }
}
