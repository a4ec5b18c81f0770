package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.problem.Problems;
import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.service.BulkLabelService;
import io.hangtag.api.service.LabelService;
import io.hangtag.api.view.BulkLabelRequest;
import io.hangtag.api.view.BulkLabelView;
import io.hangtag.api.view.LabelRequest;
import io.hangtag.api.view.PhotoViews;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
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

/** A person's word on several photos. */
@Path("/api/photos/labels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "labels")
public class BulkLabelResource {
    private static final String PATH = "/api/photos/labels";

    private final LabelService labels;
    private final BulkLabelService bulk;
    private final PhotoIdParameter photoIds;
    private final PhotoViews views;
    private final Problems problems = new Problems();

    BulkLabelResource(LabelService labels, BulkLabelService bulk, PhotoClassifier classifier, HangtagConfig config) {
        this.labels = labels;
        this.bulk = bulk;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.views = new PhotoViews(classifier.modelPackage().taxonomy());
    }

    /** Corrects each photo that is still of the revision that was seen. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "labelPhotos",
            summary = "Say what several photos show",
            description =
                    "Each label stands by itself, under the revision of its photo that was seen: some may be done and"
                            + " others refused. The answer says of each which.")
    @APIResponse(responseCode = "200", description = "What became of each, in the order of the request")
    @APIResponse(
            responseCode = "4XX",
            description = "Nothing was changed: the request as a whole cannot be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<BulkLabelView> name(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BulkLabelRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "one shirt",
                                                            value = "{\"by\":\"anna\",\"labels\":[{\"photoId\":"
                                                                    + "\"hangtag-photos/uploads/linen shirt.jpg\","
                                                                    + "\"revision\":1,\"class\":\"not-clothing\"}]}")))
                    BulkLabelRequest request) {
        return bulk.each(request, label -> result(request, label)).map(BulkLabelView::new);
    }

    private Uni<BulkLabelView.Result> result(BulkLabelRequest request, BulkLabelRequest.Label label) {
        return Uni.createFrom()
                .deferred(() -> name(request, label))
                .map(item -> new BulkLabelView.Result(label.photoId(), views.of(item), null))
                .onFailure()
                .recoverWithItem(
                        failure -> new BulkLabelView.Result(label.photoId(), null, problems.of(failure, PATH)));
    }

    private Uni<CatalogItem> name(BulkLabelRequest request, BulkLabelRequest.Label label) {
        if (label.photoId() == null) {
            throw new RequestProblemException(RequestProblem.MALFORMED_BODY, "A label has the 'photoId' it is of");
        }
        if (label.revision() == null) {
            throw new RequestProblemException(
                    RequestProblem.PRECONDITION_REQUIRED,
                    "Send the photo's 'revision', so that nobody's change is overwritten unseen");
        }
        return labels.name(
                photoIds.parse(label.photoId()),
                label.revision(),
                new LabelRequest(label.classId(), request.by(), request.why()));
    }
}
