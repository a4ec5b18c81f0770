package io.hangtag.tagging;

import io.hangtag.error.HangtagException;
import java.io.Serial;

/** A photo whose content is refused for good, be it by its length; says which content that was, since another may lie there by now. */
public final class RefusedPhotoException extends HangtagException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ObjectVersion version;

    /** A refusal, for the reason that was given. */
    public RefusedPhotoException(ObjectVersion version, HangtagException reason) {
        super(reason.code(), reason.getMessage(), reason);
        this.version = version;
    }

    /** What was refused. */
    public ObjectVersion version() {
        return version;
    }
}
