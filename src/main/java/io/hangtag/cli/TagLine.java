package io.hangtag.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.RankedClass;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoState;
import java.nio.file.Path;
import java.util.List;

/**
 * The answer for one file, in the shape of the JSON line; what is absent is {@code null}.
 *
 * @param file as it was named, or found below a folder that was named
 * @param state as in the catalog
 * @param level how precise the answer is
 * @param classId the answered class
 * @param group the answered group
 * @param garment the answered garment
 * @param audience of the answered class
 * @param pattern of the answered class
 * @param confidence probability of the answer
 * @param top the most probable classes
 * @param model {@code name@version}
 * @param millis from bytes to answer
 * @param error why there is none
 */
@JsonPropertyOrder({
    "file",
    "state",
    "level",
    "class",
    "group",
    "garment",
    "audience",
    "pattern",
    "confidence",
    "top",
    "model",
    "millis",
    "error"
})
record TagLine(
        String file,
        PhotoState state,
        AnswerLevel level,
        @JsonProperty("class") String classId,
        String group,
        String garment,
        String audience,
        String pattern,
        Double confidence,
        List<RankedClass> top,
        String model,
        Double millis,
        Failure error) {
    /**
     * Why a file has no answer.
     *
     * @param code of the closed set
     * @param text one sentence
     */
    record Failure(ErrorCode code, String text) {}

    static TagLine of(Path file, Classification answer) {
        Decision decision = answer.decision();
        return new TagLine(
                file.toString(),
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
                answer.timings().totalMillis(),
                null);
    }

    static TagLine failed(Path file, ModelVersion model, HangtagException failure) {
        return new TagLine(
                file.toString(),
                PhotoState.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                model.toString(),
                null,
                new Failure(failure.code(), failure.getMessage()));
    }

    boolean isFailed() {
        return error != null;
    }
}
