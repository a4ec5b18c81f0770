package io.hangtag.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person's correction.
 *
 * @param classId an id of {@code GET /api/classes}, or {@code not-clothing}
 * @param by who says it, at most 100 characters
 * @param why at most 500 characters, {@code null} if no reason is given
 */
public record LabelRequest(
        @JsonProperty("class") @Schema(examples = "mens-polo-solid", required = true)
        String classId,

        @Schema(examples = "anna", required = true, minLength = 1, maxLength = 100)
        String by,

        @Schema(examples = "it has a collar", nullable = true, minLength = 1, maxLength = 500)
        String why) {}
