package io.hangtag.api.view;

import io.hangtag.api.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answers for several photos that were sent, not stored.
 *
 * @param results in the order of the form's parts
 */
public record BatchClassificationView(List<Result> results) {
    /**
     * What became of one photo.
     *
     * @param name the file name of its part
     * @param answer {@code null} if it was refused
     * @param problem why it was refused; {@code null} if it was not
     */
    @Schema(name = "BatchResult")
    public record Result(
            @Schema(examples = "linen shirt.jpg", nullable = true)
            String name,

            @Schema(nullable = true) ClassificationView answer,
            @Schema(nullable = true) Problem problem) {}
}
