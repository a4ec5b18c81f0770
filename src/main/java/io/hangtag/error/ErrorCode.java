package io.hangtag.error;

/**
 * The closed set of reasons why a photo got no tags. The names are stable: they are written to the catalog, to problem
 * documents and to the command line's JSON.
 */
public enum ErrorCode {
    /** The bytes are no JPEG, PNG, WebP or GIF, or a variant of one that is not read (12-bit or lossless JPEG). */
    UNSUPPORTED_FORMAT(false),
    /** The object has more bytes than {@code hangtag.limits.bytes}. */
    TOO_LARGE(false),
    /** The header declares more pixels, or a longer side, than {@code hangtag.limits} allows. */
    TOO_MANY_PIXELS(false),
    /** The bytes begin like a photo and cannot be read as one: truncated, or against the format's rules. */
    CORRUPT_IMAGE(false),
    /** The object has no bytes. */
    EMPTY_OBJECT(false),
    /** The object was gone before it was read. */
    NOT_FOUND(false),
    /**
     * The store refused the permission to read or write. Worth another try: policies get mended, and until then the event
     * waits in the dead-letter queue instead of being written off photo by photo.
     */
    ACCESS_DENIED(true),
    /** A newer event for the same object key has been recorded; this one changes nothing. */
    STALE_EVENT(false),
    /** A store did not answer or answered that it could not; the same event may succeed later. */
    STORE_UNAVAILABLE(true),
    /** The model package was refused, or its outputs were not finite numbers. */
    MODEL_REFUSED(true);

    private final boolean transientFault;

    ErrorCode(boolean transientFault) {
        this.transientFault = transientFault;
    }

    /** Whether trying the same photo again may succeed, so that its event belongs back in the queue. */
    public boolean isTransient() {
        return transientFault;
    }
}
