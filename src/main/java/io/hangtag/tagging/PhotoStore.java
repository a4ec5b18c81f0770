package io.hangtag.tagging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where photos lie. Failures are {@link io.hangtag.error.HangtagException}s: {@code NOT_FOUND}, {@code ACCESS_DENIED},
 * {@code EMPTY_OBJECT}, {@code TOO_LARGE}, {@code STORE_UNAVAILABLE}. Implementations may be called from any thread.
 */
public interface PhotoStore {
    /**
     * Reads a photo, refusing it by its declared length before the body is read. What is refused for good fails with a
     * {@link RefusedPhotoException}.
     */
    Uni<StoredPhoto> fetch(PhotoId photoId);

    /** What lies under the key now, empty if nothing does. */
    Uni<Optional<ObjectVersion>> describe(PhotoId photoId);

    /** The tags and metadata that an object bears now; fails with {@code NOT_FOUND} where there is none. */
    Uni<ObjectLabels> labels(PhotoId photoId);

    /**
     * Writes our tags and metadata to the object, if it still is the one that was described; the merchant's own stay, and
     * whatever else of ours is there goes away. Writing what is there already changes nothing, so that a repeated event costs
     * no copy.
     */
    Uni<WriteResult> write(ObjectVersion version, TagSet tags);

    /**
     * What came of a write.
     *
     * @param version the object after the write; empty if it was overwritten or deleted in between and is not ours to tag
     * @param changed whether the object was changed
     * @param notes what was left out and why, as sentences
     */
    record WriteResult(Optional<ObjectVersion> version, boolean changed, List<String> notes) {
        public WriteResult {
            notes = List.copyOf(notes);
        }

        /** The object had all of it already, but for what the notes say. */
        public static WriteResult unchanged(ObjectVersion version, List<String> notes) {
            return new WriteResult(Optional.of(version), false, notes);
        }

        /** The object was written, and is this now. */
        public static WriteResult written(ObjectVersion version, List<String> notes) {
            return new WriteResult(Optional.of(version), true, notes);
        }

        /** Nothing was written: the object is no longer the one that was described. */
        public static WriteResult superseded() {
            return new WriteResult(Optional.empty(), false, List.of());
        }
    }
}
