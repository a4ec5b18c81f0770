package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.problem.Problems;
import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.service.ClassificationService;
import io.hangtag.api.view.BatchClassificationView;
import io.hangtag.api.view.ClassificationView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
    /** As many as a page of pictures shows, and few enough for one request. */
    private static final int BATCH = 16;

    private static final String BATCH_PATH = "/api/classify/batch";

    private final ClassificationService service;
    private final Problems problems = new Problems();

    ClassifyResource(ClassificationService service) {
        this.service = service;
    }

    /** The photo is the body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "classify", summary = "Classify the photo in the body, whatever type it is declared as")
    public Uni<ClassificationView> classify(byte[] photo) {
        return service.classify(() -> photo).map(ClassificationView::of);
    }

    /** The photo is the part {@code file} of a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "classifyForm", summary = "Classify the photo in the form's part file")
    public Uni<ClassificationView> classifyForm(@RestForm(FormFile.PART) List<FileUpload> files) {
        List<FormFile> photos = FormFile.of(files);
        if (photos.size() > 1) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "The form has more than one photo; POST them to " + BATCH_PATH);
        }
        return service.classify(photos.get(0)).map(ClassificationView::of);
    }

    /** The photos are the parts {@code file} of a form. */
    @POST
    @Path("batch")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "classifyBatch",
            summary = "Classify up to 16 photos, each a part file of the form",
            description = "Each photo has its own outcome: an answer, or the problem document of its refusal.")
    public Uni<BatchClassificationView> classifyBatch(@RestForm(FormFile.PART) List<FileUpload> files) {
        List<FormFile> photos = FormFile.of(files);
        if (photos.size() > BATCH) {
            throw new RequestProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    "A batch has at most %d photos, not %d; send several".formatted(BATCH, photos.size()));
        }
        return Uni.join()
                .all(photos.stream().map(this::result).toList())
                .andFailFast()
                .map(BatchClassificationView::new);
    }

    private Uni<BatchClassificationView.Result> result(FormFile photo) {
        return service.classify(photo)
                .map(answer -> new BatchClassificationView.Result(photo.name(), ClassificationView.of(answer), null))
                .onFailure()
                .recoverWithItem(failure ->
                        new BatchClassificationView.Result(photo.name(), null, problems.of(failure, BATCH_PATH)));
    }
}
