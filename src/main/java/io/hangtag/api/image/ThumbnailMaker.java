package io.hangtag.api.image;

import io.hangtag.image.PhotoReader;
import io.hangtag.image.jpeg.encode.JpegEncoder;
import io.hangtag.tagging.ContentHash;
import jakarta.enterprise.context.ApplicationScoped;

/** Photo bytes to a thumbnail. Safe from several threads. */
@ApplicationScoped
public class ThumbnailMaker {
    /** Where losses begin to show on a screen; half the bytes of 95. */
    private static final int QUALITY = 82;

    private final PhotoReader reader;
    private final JpegEncoder encoder = new JpegEncoder(QUALITY);

    ThumbnailMaker(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * Makes a thumbnail, upright, never larger than the photo.
     *
     * @param size what the longer side has at most, in pixels
     * @throws io.hangtag.error.HangtagException as {@link PhotoReader} refuses photos
     */
    public Thumbnail of(byte[] photo, int size) {
        byte[] jpeg = encoder.encode(reader.shrink(photo, reader.readHeader(photo), size));
        return new Thumbnail(jpeg, ContentHash.of(photo));
    }
}
