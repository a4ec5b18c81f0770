package io.hangtag.api.rest;

import io.hangtag.api.image.OriginalLinks;
import io.hangtag.api.image.PhotoOriginals;
import io.hangtag.api.image.Thumbnails;
import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
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

/** Gives out a photo's bytes under the type they have, not the one they were stored with, or a thumbnail of them. */
@Path("/api/photos/{photoId:.+}/image")
@Tag(name = "photos")
public class PhotoImageResource {
    private static final String JPEG = "image/jpeg";

    private final PhotoCatalog catalog;
    private final PhotoOriginals originals;
    private final OriginalLinks links;
    private final Thumbnails thumbnails;
    private final PhotoIdParameter photoIds;
    private final HangtagConfig.Originals way;

    PhotoImageResource(
            PhotoCatalog catalog,
            PhotoOriginals originals,
            OriginalLinks links,
            Thumbnails thumbnails,
            HangtagConfig config) {
        this.catalog = catalog;
        this.originals = originals;
        this.links = links;
        this.thumbnails = thumbnails;
        this.photoIds = new PhotoIdParameter(config.photos().bucket());
        this.way = config.api().originals();
    }

    /** The original or a thumbnail; signing a link may have to fetch credentials, so this may block. */
    @GET
    @Blocking
    @Operation(
            operationId = "getPhotoImage",
            summary = "The photo itself, or a JPEG thumbnail of a size",
            description =
                    "With v, the content's ETag as the photo has it, the answer may be kept for as long as one likes;"
                            + " without, it has to be asked for again with If-None-Match.")
    @Parameter(
            name = ImageParameters.SIZE,
            in = ParameterIn.QUERY,
            description = "What the longer side has at most, in pixels; without it, the original is given",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            enumeration = {"96", "192", "384", "768", "1536"},
                            examples = "384"))
    @Parameter(
            name = ImageParameters.VERSION,
            in = ParameterIn.QUERY,
            description = "content.etag of the photo, with or without its quotes",
            schema = @Schema(type = SchemaType.STRING, examples = "9b2cf535f27731c974343645a3985328"))
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/*"))
    @APIResponse(responseCode = "304", description = "The picture is the one that If-None-Match names")
    @APIResponse(
            responseCode = "307",
            description = "The original, in the bucket, where the deployment gives originals out that way")
    @APIResponse(
            responseCode = "4XX",
            description = "There is no such photo, or it cannot be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<byte[]>> image(
            @RestPath String photoId, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch, @Context UriInfo uri) {
        PhotoId id = photoIds.parse(photoId);
        ImageParameters parameters = ImageParameters.of(uri.getQueryParameters());
        if (parameters.size().isPresent()) {
            int size = parameters.size().getAsInt();
            return catalog.find(id).flatMap(item -> thumbnail(item, size, parameters.isVersionOf(item), ifNoneMatch));
        }
        return switch (way) {
            case PROXY -> original(id, parameters, ifNoneMatch);
            case REDIRECT ->
                catalog.find(id)
                        .map(links::to)
                        .flatMap(link -> link.map(PhotoImageResource::redirect)
                                .orElseGet(() -> original(id, parameters, ifNoneMatch)));
        };
    }

    private Uni<RestResponse<byte[]>> thumbnail(CatalogItem item, int size, boolean pinned, String ifNoneMatch) {
        Optional<ContentValidator> catalogued = Optional.ofNullable(item.content())
                .map(content -> ContentValidator.ofThumbnail(content.contentHash(), size, pinned));
        if (item.failure() == null
                && catalogued.filter(validator -> validator.isIn(ifNoneMatch)).isPresent()) {
            return Uni.createFrom().item(catalogued.get().notModified());
        }
        return thumbnails.of(item, size).map(thumbnail -> {
            boolean current = thumbnail.contentHash().equals(item.content().contentHash());
            return ContentValidator.ofThumbnail(thumbnail.contentHash(), size, pinned && current)
                    .withHeaders(RestResponse.ResponseBuilder.ok(thumbnail.jpeg(), JPEG))
                    .build();
        });
    }

    private Uni<RestResponse<byte[]>> original(PhotoId id, ImageParameters parameters, String ifNoneMatch) {
        return originals.of(id).map(original -> {
            ContentValidator validator = new ContentValidator(original.etag(), parameters.isVersion(original.etag()));
            return validator.isIn(ifNoneMatch)
                    ? validator.notModified()
                    : validator
                            .withHeaders(RestResponse.ResponseBuilder.ok(original.bytes(), original.contentType()))
                            .build();
        });
    }

    private static Uni<RestResponse<byte[]>> redirect(URI link) {
        return Uni.createFrom()
                .item(RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.TEMPORARY_REDIRECT)
                        .location(link)
                        .build());
    }
}
