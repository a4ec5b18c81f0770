package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.api.view.PhotoView;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    private final ExportQueries queries = new ExportQueries();
    private final PhotoViews views;

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
    @Parameter(
            name = ExportQueries.FORM,
            in = ParameterIn.QUERY,
            description =
                    "corrections: only photos that a person corrected or confirmed, in the columns source, id, classes"
                            + " of the models project's labels/corrections.csv",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"photos", "corrections"},
                            defaultValue = "photos"))
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<String> csv(@BeanParam ListingParameters parameters) {
        ExportQueries.ExportQuery query = queries.parseCsv(parameters.given());
        // What cannot be answered is to fail before the first line, while it can still be said.
        Multi<String> header = catalog.counts(query.filter())
                .map(answerable -> query.form().header())
                .toMulti();
        return Multi.createBy().concatenating().streams(header, photos(query).map(query.form()::line));
    }

    /** For a program: one photo a line, as GET /api/photos has them. */
    @GET
    @Path("export.jsonl")
    @Produces("application/x-ndjson")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"hangtag.jsonl\"")
    @Operation(operationId = "exportJsonLines", summary = "Photos as JSON, one a line")
    @APIResponse(responseCode = "200", description = "The file")
    public Multi<PhotoView> jsonLines(@BeanParam ListingParameters parameters) {
        return photos(queries.parseJsonLines(parameters.given()));
    }

    private Multi<PhotoView> photos(ExportQueries.ExportQuery query) {
        return catalog.items(query.filter(), query.sort()).map(views::of);
    }
}
