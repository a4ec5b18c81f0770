package io.hangtag.tagging;

import java.time.Instant;

/**
 * A photo that lies in the bucket, as a listing shows it.
 *
 * @param photoId where it lies
 * @param etag the store's entity tag, quotes included
 * @param lastModified when it was last written, in whole seconds; our own copy counts as a write
 */
public record FoundPhoto(PhotoId photoId, String etag, Instant lastModified) {}
