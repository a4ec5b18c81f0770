package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.CatalogExport;
import io.hangtag.api.view.CsvLines;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.config.HangtagConfig;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
    private static final Set<String> KNOWN = Set.of(PhotoFilters.STATE, PhotoFilters.CLASS);

    private final CatalogExport export;
    private final PhotoFilters filters;
    private final PhotoViews views;
    private final CsvLines csv = new CsvLines();

    ExportResource(CatalogExport export, PhotoClassifier classifier, HangtagConfig config) {
        Taxonomy taxonomy = classifier.modelPackage().taxonomy();
        this.export = export;
        this.filters = new PhotoFilters(config.photos().bucket(), taxonomy, KNOWN);
        this.views = new PhotoViews(taxonomy);
    }

    /** For a spreadsheet. */
    @GET
    @Path("export.csv")
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"hangtag.csv\"")
    @Operation(operationId = "exportCsv", summary = "Photos as CSV, corrections flagged")
    @Parameter(name = PhotoFilters.STATE, in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = PhotoFilters.CLASS, in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
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
    @Parameter(name = PhotoFilters.STATE, in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = PhotoFilters.CLASS, in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<PhotoView> jsonLines(@Context UriInfo uri) {
        return photos(uri);
    }

    private Multi<PhotoView> photos(UriInfo uri) {
        return export.items(filters.parse(uri.getQueryParameters())).map(views::of);
    }
}
