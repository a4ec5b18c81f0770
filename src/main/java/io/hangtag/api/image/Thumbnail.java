package io.hangtag.api.image;

/**
 * A photo made small.
 *
 * @param jpeg a whole file
 * @param contentHash SHA-256 of the photo it was made of, lower-case hex
 */
public record Thumbnail(byte[] jpeg, String contentHash) {
    /** Whether it shows that content. */
    boolean shows(String hash) {
        return contentHash.equals(hash);
    }
}
