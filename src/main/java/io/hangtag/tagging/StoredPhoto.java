package io.hangtag.tagging;

import java.time.Instant;
import java.util.Map;

/**
 * A photo as the store has it.
 *
 * @param photoId where it lies
 * @param bytes the whole content
 * @param etag the store's entity tag, without quotes
 * @param versionId {@code null} in a bucket without versions
 * @param contentType as the uploader declared it, {@code null} if not at all; not believed
 * @param lastModified when this content, or our copy of it, was written
 * @param metadata user metadata, keys in lower case without {@code x-amz-meta-}
 */
public record StoredPhoto(
        PhotoId photoId,
        byte[] bytes,
        String etag,
        String versionId,
        String contentType,
        Instant lastModified,
        Map<String, String> metadata) {
    public StoredPhoto {
        metadata = Map.copyOf(metadata);
    }
}
