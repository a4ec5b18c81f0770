package io.hangtag.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.RankedClass;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.HumanLabel;
import io.hangtag.tagging.PhotoState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One photo of the catalog. Where a person corrected it, the class and its facets are theirs, and {@code predicted} keeps
 * what the model said.
 *
 * @param revision what {@code If-Match} takes on a write
 * @param image path of its bytes
 * @param uploadedAt when its content was uploaded, {@code null} where that is not known
 * @param confidence of the model's answer, {@code null} where it has none
 * @param error why there is no answer, {@code null} as a rule
 */
@Schema(description = "One photo of the catalog. What is not known is null.")
public record PhotoView(
        @Schema(examples = "hangtag-photos/uploads/linen shirt.jpg")
        String photoId,

        @Schema(examples = "uploads/linen shirt.jpg") String key,
        @Schema(examples = "3") long revision,
        PhotoState state,
        AnswerLevel level,

        @JsonProperty("class") @Schema(examples = "mens-tshirt-solid")
        String classId,

        @Schema(examples = "top") String group,
        @Schema(examples = "T-shirt") String garment,
        @Schema(examples = "men") String audience,
        @Schema(examples = "solid") String pattern,
        @Schema(examples = "0.93") Double confidence,
        List<RankedClass> top,
        Predicted predicted,
        @Schema(examples = "clothing-73@0.1.0") String model,
        Instant uploadedAt,
        Instant taggedAt,
        Content content,
        CatalogItem.Failure error,
        List<String> notes,
        HumanLabel human,
        List<HumanLabel> history,

        @Schema(examples = "/api/photos/hangtag-photos%2Fuploads%2Flinen%20shirt.jpg/image")
        String image) {
    /**
     * What the model answered, whatever a person said since.
     *
     * @param confidence 0..1
     */
    public record Predicted(
            AnswerLevel level, @JsonProperty("class") String classId, double confidence) {}

    /**
     * The file.
     *
     * @param size bytes
     * @param width upright, in pixels; 0 if it could not be read
     * @param height upright, in pixels; 0 if it could not be read
     * @param contentType by content
     */
    public record Content(long size, int width, int height, String contentType, String etag, String versionId) {}
}
