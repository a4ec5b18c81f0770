package io.hangtag.tagging;

import java.util.Map;

/**
 * One content of one object key, as the store describes it.
 *
 * @param photoId where it lies
 * @param etag the store's entity tag, quotes included, as it is sent back in conditions
 * @param versionId {@code null} in a bucket without versions
 * @param size bytes
 * @param metadata user metadata, keys in lower case without {@code x-amz-meta-}
 */
public record ObjectVersion(PhotoId photoId, String etag, String versionId, long size, Map<String, String> metadata) {
    public ObjectVersion {
        metadata = Map.copyOf(metadata);
    }
}
