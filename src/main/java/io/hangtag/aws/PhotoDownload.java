package io.hangtag.aws;

import io.hangtag.image.ImageLimits;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.StoredPhoto;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads a photo within the call that asked for it, so that the call's time limits cover the body too, and a body that ends
 * early is asked for again.
 */
record PhotoDownload(PhotoId photoId, ImageLimits limits)
        implements ResponseTransformer<GetObjectResponse, StoredPhoto> {
    @Override
    public StoredPhoto transform(GetObjectResponse response, AbortableInputStream body) throws InterruptedException {
        try {
            limits.checkLength(response.contentLength());
        } catch (RuntimeException refused) {
            // Closing would read the rest to keep the connection; the rest is what was refused.
            body.abort();
            throw refused;
        }
        ObjectVersion version = new ObjectVersion(
                photoId,
                response.eTag(),
                response.versionId(),
                response.contentLength(),
                response.metadata(),
                response.lastModified());
        try {
            return new StoredPhoto(version, read(body, Math.toIntExact(response.contentLength())));
        } catch (IOException e) {
            throw RetryableException.create(e.getMessage(), e);
        }
    }

    private byte[] read(InputStream body, int length) throws IOException, InterruptedException {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            // How the SDK ends a call whose time is over ("ResponseTransformer", AWS SDK for Java 2.x API Reference).
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The body of " + photoId + " came too slowly");
            }
            int more = body.read(bytes, read, length - read);
            if (more < 0) {
                throw new IOException("The body of %s ended after %d of %d bytes".formatted(photoId, read, length));
            }
            read += more;
        }
        return bytes;
    }
}
