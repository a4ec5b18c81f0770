package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.api.view.PhotoPageView;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.config.HangtagConfig;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the catalog. */
@Path("/api/photos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "photos", description = "The catalog")
@APIResponse(responseCode = "200", description = "What was asked for")
@APIResponse(
        responseCode = "4XX",
        description = "The request is refused; the code says why",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PhotosResource {
    private static final Set<String> KNOWN =
            Set.of(PhotoFilters.STATE, PhotoFilters.CLASS, PhotoFilters.LIMIT, PhotoFilters.CURSOR);

    private final PhotoCatalog catalog;
    private final PhotoFilters filters;
    private final PhotoIdParameter photoIds;
    private final PhotoViews views;

    PhotosResource(PhotoCatalog catalog, PhotoClassifier classifier, HangtagConfig config) {
        Taxonomy taxonomy = classifier.modelPackage().taxonomy();
        this.catalog = catalog;
        this.filters = new PhotoFilters(config.photos().bucket(), taxonomy, KNOWN);
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.views = new PhotoViews(taxonomy);
    }

    /** A page of photos. */
    @GET
    @Operation(operationId = "listPhotos", summary = "Photos, newest first; with a state alone, least certain first")
    @Parameter(
            name = PhotoFilters.STATE,
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"tagged", "needs-review", "not-clothing", "failed"}))
    @Parameter(
            name = PhotoFilters.CLASS,
            in = ParameterIn.QUERY,
            description = "An id of GET /api/classes, unidentified or not-clothing",
            schema = @Schema(type = SchemaType.STRING, examples = "mens-tshirt-solid"))
    @Parameter(
            name = PhotoFilters.LIMIT,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = PhotoFilters.CURSOR,
            in = ParameterIn.QUERY,
            description = "The cursor of the page before, with the same filters",
            schema = @Schema(type = SchemaType.STRING))
    public Uni<PhotoPageView> list(@Context UriInfo uri) {
        return catalog.list(filters.parse(uri.getQueryParameters()))
                .map(page -> new PhotoPageView(
                        page.items().stream().map(views::of).toList(),
                        page.cursor().orElse(null)));
    }

    /** One photo. */
    @GET
    @Path("{photoId:.+}")
    @Operation(operationId = "getPhoto", summary = "One photo: bucket/key, percent-encoded")
    public Uni<RestResponse<PhotoView>> get(
            @RestPath @Parameter(example = "hangtag-photos/uploads/linen shirt.jpg") String photoId) {
        return catalog.find(photoIds.parse(photoId))
                .map(item -> RestResponse.ResponseBuilder.ok(views.of(item))
                        .header(HttpHeaders.ETAG, RevisionTag.of(item.revision()))
                        .build());
    }
}
