package io.hangtag.tagging;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where photos lie. Failures are {@link io.hangtag.error.HangtagException}s: {@code NOT_FOUND}, {@code ACCESS_DENIED},
 * {@code TOO_LARGE}, {@code STORE_UNAVAILABLE}. Implementations may be called from any thread.
 */
public interface PhotoStore {
    /**
     * Reads a photo, refusing it by its declared length before the body is read.
     *
     * @param maximumBytes the most bytes that are read
     */
    Uni<StoredPhoto> fetch(PhotoId photoId, long maximumBytes);

    /** Whether an object lies under the key now. */
    Uni<Boolean> exists(PhotoId photoId);

    /**
     * Writes our tags and metadata to the object, if it still is the one that was read; the merchant's own stay. Writing
     * what is there already changes nothing, so that a repeated event costs no copy.
     *
     * @return what could not be written, as sentences; empty if all was
     */
    Uni<WriteResult> write(StoredPhoto photo, TagSet tags);

    /**
     * What came of a write.
     *
     * @param superseded the object was overwritten or deleted since it was read, and nothing was written
     * @param notes what was left out and why
     */
    record WriteResult(boolean superseded, List<String> notes) {
        public WriteResult {
            notes = List.copyOf(notes);
        }
    }
}
