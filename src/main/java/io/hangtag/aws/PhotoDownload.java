package io.hangtag.aws;

import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageLimits;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.RefusedPhotoException;
import io.hangtag.tagging.StoredPhoto;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads a photo within the call that asked for it, so that the call's time limits cover the body too, and a body that ends
 * early is asked for again. The body goes into the one array that is decoded from; of a large file that is refused by its
 * beginning the rest is not read.
 *
 * @param photoId for messages
 * @param limits hold for the declared length
 * @param beginnings refuses a file by its first bytes; is given no file that is small enough to be read whole at once
 */
record PhotoDownload(PhotoId photoId, ImageLimits limits, Consumer<byte[]> beginnings)
        implements ResponseTransformer<GetObjectResponse, StoredPhoto> {
    /** Enough for a camera's header with its Exif block, of 64 kB at most. */
    static final int BEGINNING = 128 * 1024;

    /** From here on the rest is worth an aborted connection. */
    static final int LARGE = 1024 * 1024;

    @Override
    public StoredPhoto transform(GetObjectResponse response, AbortableInputStream body) throws InterruptedException {
        ObjectVersion version = new ObjectVersion(
                photoId,
                response.eTag(),
                response.versionId(),
                response.contentLength(),
                response.metadata(),
                response.lastModified());
        try {
            limits.checkLength(response.contentLength());
            return new StoredPhoto(version, read(body, Math.toIntExact(response.contentLength())));
        } catch (IOException e) {
            throw RetryableException.create(e.getMessage(), e);
        } catch (HangtagException refused) {
            // Closing would read the rest to keep the connection; the rest is what was refused.
            body.abort();
            throw new RefusedPhotoException(version, refused);
        }
    }

    private byte[] read(InputStream body, int length) throws IOException, InterruptedException {
        byte[] bytes = new byte[length];
        int read = 0;
        if (length >= LARGE) {
            read = readUpTo(BEGINNING, bytes, read, body);
            beginnings.accept(Arrays.copyOf(bytes, read));
        }
        readUpTo(length, bytes, read, body);
        return bytes;
    }

    private int readUpTo(int end, byte[] bytes, int from, InputStream body) throws IOException, InterruptedException {
        int read = from;
        while (read < end) {
            // How the SDK ends a call whose time is over ("ResponseTransformer", AWS SDK for Java 2.x API Reference).
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The body of " + photoId + " came too slowly");
            }
            int more = body.read(bytes, read, end - read);
            if (more < 0) {
                throw new IOException(
                        "The body of %s ended after %d of %d bytes".formatted(photoId, read, bytes.length));
            }
            read += more;
        }
        return read;
    }
}
