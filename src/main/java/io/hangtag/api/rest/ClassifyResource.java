package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.service.ClassificationService;
import io.hangtag.api.view.ClassificationView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Classifies a photo that is sent along; stores nothing. */
@Path("/api/classify")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "classify", description = "One photo in, its tags out; nothing is stored")
@APIResponse(responseCode = "200", description = "The answer")
@APIResponse(
        responseCode = "4XX",
        description = "The photo is refused; the code says why",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ClassifyResource {
    private final ClassificationService service;

    ClassifyResource(ClassificationService service) {
        this.service = service;
    }

    /** The photo is the body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "classify", summary = "Classify the photo in the body, whatever type it is declared as")
    public Uni<ClassificationView> classify(byte[] photo) {
        return service.classify(photo).map(ClassificationView::of);
    }

    /** The photo is the part {@code file} of a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @Operation(operationId = "classifyForm", summary = "Classify the photo in the form's part file")
    public Uni<ClassificationView> classifyForm(@RestForm("file") FileUpload file) throws IOException {
        if (file == null) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "The form has no file part named 'file'; send one");
        }
        return classify(Files.readAllBytes(file.uploadedFile()));
    }
}
