package io.hangtag.api.view;

import io.hangtag.api.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of several corrections.
 *
 * @param results in the order of the request
 */
public record BulkLabelView(List<Result> results) {
    /**
     * What became of one.
     *
     * @param photo afterwards; {@code null} if the correction was refused
     * @param problem why it was refused; {@code null} if it was not
     */
    @Schema(name = "BulkLabelResult")
    public record Result(
            @Schema(examples = "hangtag-photos/uploads/linen shirt.jpg", nullable = true)
            String photoId,

            @Schema(nullable = true) PhotoView photo,
            @Schema(nullable = true) Problem problem) {}
}
