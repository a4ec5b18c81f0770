package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.upload.UploadForm;
import io.hangtag.api.upload.UploadRequest;
import io.hangtag.api.upload.UploadService;
import io.hangtag.api.web.Correlation;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives out upload forms. */
@Path("/api/uploads")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "uploads", description = "Straight from the browser to S3")
public class UploadsResource {
    private final UploadService service;
    private final Correlation correlation;

    UploadsResource(UploadService service, Correlation correlation) {
        this.service = service;
        this.correlation = correlation;
    }

    /** One form for one file; credentials may have to be fetched, so this may block. */
    @POST
    @Blocking
    @Operation(operationId = "createUpload", summary = "A presigned form that uploads exactly this file")
    @APIResponse(responseCode = "200", description = "The form")
    @APIResponse(
            responseCode = "4XX",
            description = "The file would be refused; the code says why",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public UploadForm create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = UploadRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a shirt",
                                                            value = "{\"name\":\"linen shirt.jpg\",\"size\":482133,"
                                                                    + "\"type\":\"image/jpeg\"}")))
                    UploadRequest request) {
        return service.form(request, correlation.current());
    }
}
