package io.hangtag.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.RankedClass;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoState;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is answered for a photo that was sent, not stored.
 *
 * @param width upright, in pixels
 * @param height upright, in pixels
 * @param contentType by content, whatever the request said
 */
@Schema(description = "The answer for one photo. Facets that were not answered are null.")
public record ClassificationView(
        PhotoState state,
        AnswerLevel level,

        @JsonProperty("class") @Schema(examples = "mens-tshirt-solid")
        String classId,

        @Schema(examples = "top") String group,
        @Schema(examples = "T-shirt") String garment,
        @Schema(examples = "men") String audience,
        @Schema(examples = "solid") String pattern,

        @Schema(description = "Probability of what was answered, 0..1", examples = "0.93")
        double confidence,

        @Schema(description = "The most probable classes, at most five")
        List<RankedClass> top,

        @Schema(examples = "clothing-73@0.1.0") String model,
        @Schema(examples = "1200") int width,
        @Schema(examples = "1600") int height,
        @Schema(examples = "image/jpeg") String contentType,
        @Schema(description = "What it took") Classification.Timings timings) {
    /** The view of an answer. */
    public static ClassificationView of(Classification answer) {
        Decision decision = answer.decision();
        return new ClassificationView(
                answer.state(),
                decision.level(),
                decision.classId(),
                decision.group(),
                decision.garment(),
                decision.audience(),
                decision.pattern(),
                decision.confidence(),
                decision.top(),
                answer.model().toString(),
                answer.header().uprightWidth(),
                answer.header().uprightHeight(),
                answer.header().format().contentType(),
                answer.timings());
    }
}
