package io.hangtag.tagging;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an object bears in the store, ours and the merchant's.
 *
 * @param tags object tags
 * @param metadata user metadata, keys in lower case without {@code x-amz-meta-}
 */
public record ObjectLabels(Map<String, String> tags, Map<String, String> metadata) {
    public ObjectLabels {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
