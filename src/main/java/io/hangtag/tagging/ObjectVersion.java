package io.hangtag.tagging;

import java.time.Instant;
import java.util.Map;

/**
 * One content of one object key, as the store describes it.
 *
 * @param photoId where it lies
 * @param etag the store's entity tag, quotes included, as it is sent back in conditions
 * @param versionId {@code null} in a bucket without versions
 * @param size bytes
 * @param metadata user metadata, keys in lower case without {@code x-amz-meta-}
 * @param lastModified when it was uploaded, or copied onto itself; after our own copy still the time before
 */
public record ObjectVersion(
        PhotoId photoId, String etag, String versionId, long size, Map<String, String> metadata, Instant lastModified) {
    public ObjectVersion {
        metadata = Map.copyOf(metadata);
    }
}
