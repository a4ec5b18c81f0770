package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoImages;
import io.hangtag.config.HangtagConfig;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives out a photo's bytes under the type they have, not the one they were stored with. */
@Path("/api/photos/{photoId:.+}/image")
@Tag(name = "photos")
public class PhotoImageResource {
    private final PhotoImages images;
    private final PhotoIdParameter photoIds;

    PhotoImageResource(PhotoImages images, HangtagConfig config) {
        this.images = images;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
    }

    /** The original. */
    @GET
    @Operation(operationId = "getPhotoImage", summary = "The photo itself")
    @APIResponse(responseCode = "200", description = "The bytes", content = @Content(mediaType = "image/*"))
    @APIResponse(
            responseCode = "4XX",
            description = "There is no such photo, or the object is none",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<byte[]>> original(@RestPath String photoId) {
        return images.original(photoIds.parse(photoId))
                .map(image -> RestResponse.ResponseBuilder.ok(image.bytes(), image.contentType())
                        .header(HttpHeaders.ETAG, image.etag())
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                        .build());
    }
}
