package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.api.view.FacetsView;
import io.hangtag.api.view.PhotoPageView;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.catalog.CatalogCounts;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
    private final PhotoCatalog catalog;
    private final CatalogQueries queries = new CatalogQueries();
    private final PhotoIdParameter photoIds;
    private final PhotoViews views;

    PhotosResource(PhotoCatalog catalog, PhotoClassifier classifier, HangtagConfig config) {
        this.catalog = catalog;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.views = new PhotoViews(classifier.modelPackage().taxonomy());
    }

    /** A page of photos. */
    @GET
    @Operation(
            operationId = "listPhotos",
            summary = "Photos, filtered, sorted and counted",
            description =
                    "A name that is given several times admits each of its values; different names all have to match.")
    @Parameter(
            name = CatalogQueries.LIMIT,
            in = ParameterIn.QUERY,
            description = "The most photos of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = CatalogQueries.CURSOR,
            in = ParameterIn.QUERY,
            description = "The cursor of the page before, with the same filters and sort",
            schema = @Schema(type = SchemaType.STRING))
    public Uni<PhotoPageView> list(@BeanParam ListingParameters parameters) {
        return catalog.list(queries.parse(parameters.given()))
                .map(page -> new PhotoPageView(
                        page.items().stream().map(views::of).toList(),
                        page.cursor().orElse(null),
                        page.counts().map(CatalogCounts::total).orElse(null),
                        page.counts().map(FacetsView::of).orElse(null)));
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
