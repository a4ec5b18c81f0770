package io.hangtag.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person's corrections of several photos.
 *
 * @param by who says it, 1 to 100 characters
 * @param why at most 500 characters, of all of them; {@code null} if no reason is given
 * @param labels 1 to 100, each of another photo
 */
public record BulkLabelRequest(
        @Schema(examples = "anna", required = true, minLength = 1, maxLength = 100)
        String by,

        @Schema(examples = "the feed mixed them up", nullable = true, minLength = 1, maxLength = 500)
        String why,

        @Schema(required = true, minItems = 1, maxItems = MAXIMUM)
        List<Label> labels) {
    /** The most photos of one request. */
    public static final int MAXIMUM = 100;

    /**
     * One photo's correction.
     *
     * @param revision of the photo when it was seen
     * @param classId an id of {@code GET /api/classes}, or {@code not-clothing}
     */
    @Schema(name = "BulkLabel")
    public record Label(
            @Schema(examples = "hangtag-photos/uploads/linen shirt.jpg", required = true)
            String photoId,

            @Schema(examples = "3", required = true) Long revision,

            @JsonProperty("class") @Schema(examples = "mens-polo-solid", required = true)
            String classId) {}
}
