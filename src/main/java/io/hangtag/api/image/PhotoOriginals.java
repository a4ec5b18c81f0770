package io.hangtag.api.image;

import io.hangtag.image.FormatSniffer;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives out photos themselves, and only what is a photo by its content. */
@ApplicationScoped
public class PhotoOriginals {
    private final PhotoStore photos;

    PhotoOriginals(PhotoStore photos) {
        this.photos = photos;
    }

    /** The original; fails with {@code UNSUPPORTED_FORMAT} for an object that is no photo, whatever it calls itself. */
    public Uni<Original> of(PhotoId photoId) {
        return photos.fetch(photoId)
                .map(photo -> new Original(
                        photo.bytes(),
                        FormatSniffer.sniff(photo.bytes()).contentType(),
                        photo.version().etag()));
    }

    /**
     * A photo as it was uploaded.
     *
     * @param contentType by content
     * @param etag changes with the content, quotes included
     */
    public record Original(byte[] bytes, String contentType, String etag) {}
}
