package io.hangtag.api.rest;

import io.hangtag.api.explanation.Explanations;
import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.RankedClass;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows where in a photo the model saw a class. */
@Path("/api/photos/{photoId:.+}/explanation")
@Tag(name = "photos")
public class ExplanationResource {
    private static final String CLASS = "class";
    private static final String PNG = "image/png";

    private final PhotoCatalog catalog;
    private final Explanations explanations;
    private final PhotoIdParameter photoIds;
    private final Taxonomy taxonomy;
    private final String model;

    ExplanationResource(
            PhotoCatalog catalog, Explanations explanations, PhotoClassifier classifier, HangtagConfig config) {
        this.catalog = catalog;
        this.explanations = explanations;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.taxonomy = classifier.modelPackage().taxonomy();
        this.model = classifier.model().toString();
    }

    /** The heat map. */
    @GET
    @Operation(
            operationId = "explainPhoto",
            summary = "A heat map to lay over the upright photo: where the model sees a class",
            description = "A PNG in the photo's proportions, transparent where the photo says nothing for the class.")
    @Parameter(
            name = CLASS,
            in = ParameterIn.QUERY,
            description =
                    "An id of GET /api/classes; without it, the class that is answered, else the most probable one",
            schema = @Schema(type = SchemaType.STRING, examples = "mens-tshirt-solid"))
    @APIResponse(responseCode = "200", description = "The heat map", content = @Content(mediaType = PNG))
    @APIResponse(responseCode = "304", description = "The heat map is the one that If-None-Match names")
    @APIResponse(
            responseCode = "4XX",
            description = "There is no such photo or class, or the model cannot explain",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<byte[]>> explain(
            @RestPath String photoId, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        Optional<String> wanted = new QueryParameters(uri.getQueryParameters(), Set.of(CLASS)).text(CLASS);
        if (wanted.filter(classId -> taxonomy.find(classId).isEmpty()).isPresent()) {
            throw QueryParameters.invalid(CLASS, "is an id of GET /api/classes, not that one");
        }
        return catalog.find(photoIds.parse(photoId)).flatMap(item -> {
            checkReadable(item);
            String classId = wanted.orElseGet(() -> answered(item));
            ContentValidator validator =
                    new ContentValidator("\"%s-%s-%s\"".formatted(item.content().contentHash(), model, classId), false);
            if (validator.isIn(ifNoneMatch)) {
                return Uni.createFrom().item(validator.notModified());
            }
            return explanations
                    .of(item.photoId(), classId)
                    .map(png -> validator
                            .withHeaders(RestResponse.ResponseBuilder.ok(png, PNG))
                            .build());
        });
    }

    private static void checkReadable(CatalogItem item) {
        if (item.failure() != null) {
            throw new HangtagException(item.failure().code(), item.failure().text());
        }
        if (item.decision() == null) {
            throw new HangtagException(ErrorCode.NOT_FOUND, "The photo " + item.photoId() + " was removed");
        }
    }

    /** What the page says of the photo, if that is a class of this model; else what the model holds most probable. */
    private String answered(CatalogItem item) {
        String stands =
                item.human() == null ? item.decision().classId() : item.human().classId();
        return Stream.concat(Stream.of(stands), item.decision().top().stream().map(RankedClass::classId))
                .filter(classId -> taxonomy.find(classId).isPresent())
                .findFirst()
                .orElseThrow(() -> new HangtagException(
                        ErrorCode.NOT_FOUND,
                        "The photo was answered by a model of other classes; name one of GET /api/classes as 'class'"));
    }
}
