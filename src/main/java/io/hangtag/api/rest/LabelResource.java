package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.LabelService;
import io.hangtag.api.view.LabelRequest;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A person's word on a photo. */
@Path("/api/photos/{photoId:.+}/label")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "labels", description = "Corrections; written through to the object's tags")
@APIResponse(responseCode = "200", description = "The photo afterwards, its new ETag beside it")
@APIResponse(
        responseCode = "4XX",
        description = "412: somebody changed the photo since it was read",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class LabelResource {
    private final LabelService labels;
    private final PhotoIdParameter photoIds;
    private final PhotoViews views;

    LabelResource(LabelService labels, PhotoClassifier classifier, HangtagConfig config) {
        this.labels = labels;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.views = new PhotoViews(classifier.modelPackage().taxonomy());
    }

    /** Corrects, or confirms. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "labelPhoto", summary = "Say what the photo shows")
    public Uni<RestResponse<PhotoView>> name(
            @RestPath String photoId,
            @Parameter(required = true, example = "\"1\"") @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = LabelRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a polo",
                                                            value = "{\"class\":\"mens-polo-solid\",\"by\":\"anna\","
                                                                    + "\"why\":\"it has a collar\"}")))
                    LabelRequest request) {
        return labels.name(photoIds.parse(photoId), RevisionTag.parse(ifMatch), request)
                .map(this::response);
    }

    /** Takes the correction in force back. */
    @DELETE
    @Operation(operationId = "unlabelPhoto", summary = "Undo the correction in force")
    public Uni<RestResponse<PhotoView>> unname(
            @RestPath String photoId,
            @Parameter(required = true, example = "\"1\"") @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return labels.unname(photoIds.parse(photoId), RevisionTag.parse(ifMatch))
                .map(this::response);
    }

    private RestResponse<PhotoView> response(CatalogItem item) {
        return RestResponse.ResponseBuilder.ok(views.of(item))
                .header(HttpHeaders.ETAG, RevisionTag.of(item.revision()))
                .build();
    }
}
