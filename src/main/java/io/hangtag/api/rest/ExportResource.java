package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.api.view.CsvLines;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.catalog.CatalogSort;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The catalog as a file, as long as it may be. */
@Path("/api")
@Tag(name = "export", description = "All photos that match, as a file")
@APIResponse(
        responseCode = "4XX",
        description = "A filter is refused",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ExportResource {
    private final PhotoCatalog catalog;
    private final CatalogFilters filters = new CatalogFilters();
    private final PhotoViews views;
    private final CsvLines csv = new CsvLines();

    ExportResource(PhotoCatalog catalog, PhotoClassifier classifier) {
        this.catalog = catalog;
        this.views = new PhotoViews(classifier.modelPackage().taxonomy());
    }

    /** For a spreadsheet. */
    @GET
    @Path("export.csv")
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"hangtag.csv\"")
    @Operation(operationId = "exportCsv", summary = "Photos as CSV, corrections flagged")
    @Parameter(ref = "state")
    @Parameter(ref = "class")
    @Parameter(ref = "group")
    @Parameter(ref = "garment")
    @Parameter(ref = "audience")
    @Parameter(ref = "pattern")
    @Parameter(ref = "model")
    @Parameter(ref = "minConfidence")
    @Parameter(ref = "maxConfidence")
    @Parameter(ref = "text")
    @Parameter(ref = "uploadedFrom")
    @Parameter(ref = "uploadedTo")
    @Parameter(ref = "sort")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<String> csv(@Context UriInfo uri) {
        Multi<String> lines = photos(uri).map(csv::of);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(csv.header()), lines);
    }

    /** For a program: one photo a line, as GET /api/photos has them. */
    @GET
    @Path("export.jsonl")
    @Produces("application/x-ndjson")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"hangtag.jsonl\"")
    @Operation(operationId = "exportJsonLines", summary = "Photos as JSON, one a line")
    @Parameter(ref = "state")
    @Parameter(ref = "class")
    @Parameter(ref = "group")
    @Parameter(ref = "garment")
    @Parameter(ref = "audience")
    @Parameter(ref = "pattern")
    @Parameter(ref = "model")
    @Parameter(ref = "minConfidence")
    @Parameter(ref = "maxConfidence")
    @Parameter(ref = "text")
    @Parameter(ref = "uploadedFrom")
    @Parameter(ref = "uploadedTo")
    @Parameter(ref = "sort")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<PhotoView> jsonLines(@Context UriInfo uri) {
        return photos(uri);
    }

    private Multi<PhotoView> photos(UriInfo uri) {
        return catalog.items(filters.parse(uri.getQueryParameters()), CatalogSort.NEWEST)
                .map(views::of);
    }
}
