package io.hangtag.api.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document, RFC 9457.
 *
 * @param type {@code urn:hangtag:problem:} and the code
 * @param title what the code means, the same every time
 * @param status HTTP status code
 * @param detail what was wrong this time and, where it can say so, what to do
 * @param code a name of {@link io.hangtag.error.ErrorCode} or {@link RequestProblem}
 * @param instance path of the request
 */
@RegisterForReflection
@Schema(description = "A problem document (RFC 9457). The code is stable; the detail is for a person.")
public record Problem(
        @Schema(examples = "urn:hangtag:problem:UNSUPPORTED_FORMAT")
        String type,

        @Schema(examples = "The photo's format is not read") String title,
        @Schema(examples = "415") int status,

        @Schema(examples = "The bytes are no JPEG, PNG, WebP or GIF")
        String detail,

        @Schema(examples = "UNSUPPORTED_FORMAT") String code,
        @Schema(examples = "/api/classify") String instance) {
    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(RequestProblem problem, String detail, String instance) {
        return of(problem.name(), problem.title(), problem.status(), detail, instance);
    }

    static Problem of(String code, String title, int status, String detail, String instance) {
        return new Problem("urn:hangtag:problem:" + code, title, status, detail, code, instance);
    }
}
