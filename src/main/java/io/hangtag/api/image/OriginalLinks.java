package io.hangtag.api.image;

import io.hangtag.config.HangtagConfig;
import io.hangtag.config.HangtagConfig.Originals;
import io.hangtag.tagging.CatalogItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Links by which a browser gets an original from the bucket itself, where the deployment wants that. */
@ApplicationScoped
public class OriginalLinks {
    private final S3Presigner presigner;
    private final HangtagConfig.Api settings;

    OriginalLinks(S3Presigner presigner, HangtagConfig config) {
        this.presigner = presigner;
        this.settings = config.api();
    }

    /**
     * A link that gives the photo under the type it has by content, whatever it was stored with. Empty where originals go
     * through the service, and for a photo that was not read: an object of no known type is not handed to a browser.
     *
     * <p>May block: credentials may have to be fetched.
     */
    public Optional<URI> to(CatalogItem item) {
        if (settings.originals() == Originals.PROXY
                || item.content() == null
                || item.content().contentType() == null) {
            return Optional.empty();
        }
        var presigned = presigner.presignGetObject(presign -> presign.signatureDuration(settings.originalLifetime())
                .getObjectRequest(get -> get.bucket(item.photoId().bucket())
                        .key(item.photoId().key())
                        .responseContentType(item.content().contentType())
                        .responseContentDisposition("inline")));
        try {
            return Optional.of(presigned.url().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The SDK signs URLs that are URIs", e);
        }
    }
}
