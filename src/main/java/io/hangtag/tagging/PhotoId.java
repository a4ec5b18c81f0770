package io.hangtag.tagging;

/**
 * Where a photo lies; the catalog's key.
 *
 * @param bucket bucket name
 * @param key object key, decoded
 */
public record PhotoId(String bucket, String key) {
    public PhotoId {
        if (bucket == null || bucket.isEmpty() || bucket.indexOf('/') >= 0) {
            throw new IllegalArgumentException("A bucket name has no slash and is not empty: '" + bucket + "'");
        }
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("An object key is not empty");
        }
    }

    /** Reads {@code bucket/key}; the key may hold slashes of its own. */
    public static PhotoId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("A photo is named as bucket/key, not '" + text + "'");
        }
        return new PhotoId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return bucket + "/" + key;
    }
}
