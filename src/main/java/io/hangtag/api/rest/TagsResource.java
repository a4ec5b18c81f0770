package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.ObjectLabels;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What stands on a photo's object. */
@Path("/api/photos/{photoId:.+}/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "photos")
public class TagsResource {
    private final PhotoStore photos;
    private final PhotoIdParameter photoIds;

    TagsResource(PhotoStore photos, HangtagConfig config) {
        this.photos = photos;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
    }

    /** Tags and user metadata, the merchant's too. */
    @GET
    @Operation(operationId = "getPhotoTags", summary = "Object tags and user metadata, as S3 has them now")
    @APIResponse(responseCode = "200", description = "Tags and metadata")
    @APIResponse(
            responseCode = "4XX",
            description = "There is no such photo",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ObjectLabels> tags(@RestPath String photoId) {
        return photos.labels(photoIds.parse(photoId));
    }
}
