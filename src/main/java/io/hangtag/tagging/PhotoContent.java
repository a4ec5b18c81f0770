package io.hangtag.tagging;

import java.time.Instant;

/**
 * What was read of a photo.
 *
 * @param etag the store's entity tag when it was read
 * @param versionId {@code null} in a bucket without versions
 * @param contentHash lower-case hex SHA-256 of the bytes; unlike the ETag it survives our own copy; {@code null} if the
 *     object was refused unread
 * @param size bytes
 * @param width upright width in pixels, 0 if the header could not be read
 * @param height upright height in pixels, 0 if the header could not be read
 * @param contentType by content, {@code null} if no format was recognised
 * @param uploadedAt when the content was uploaded: the object's date when it was first read, before our own copy changed it;
 *     {@code null} in items of a release that did not write it
 * @param correlationId of the request for the form that it was uploaded by; {@code null} if there was none
 */
public record PhotoContent(
        String etag,
        String versionId,
        String contentHash,
        long size,
        int width,
        int height,
        String contentType,
        Instant uploadedAt,
        CorrelationId correlationId) {
    /** A content that was not uploaded by a form of this service. */
    public PhotoContent(
            String etag,
            String versionId,
            String contentHash,
            long size,
            int width,
            int height,
            String contentType,
            Instant uploadedAt) {
        this(etag, versionId, contentHash, size, width, height, contentType, uploadedAt, null);
    }

    /** This content, which was uploaded then. */
    PhotoContent uploadedAt(Instant earlier) {
        return new PhotoContent(etag, versionId, contentHash, size, width, height, contentType, earlier, correlationId);
    }
}
