package io.hangtag.api.problem;

/**
 * The closed set of what can be wrong with a request, apart from the photo it is about. The names are stable: they are
 * the {@code code} of problem documents.
 */
public enum RequestProblem {
    /** A query parameter, path or field has a value that it cannot have; the detail names it. */
    INVALID_PARAMETER(400, "A parameter has a value it cannot have"),
    /** The request has a query parameter that this resource does not know. */
    UNKNOWN_PARAMETER(400, "A parameter is not known here"),
    /** The cursor is not one that this listing gave out. */
    BROKEN_CURSOR(400, "The cursor cannot be read"),
    /** The body is not what the resource takes: no JSON, a missing field, a form without its part. */
    MALFORMED_BODY(400, "The request body cannot be read"),
    /** The write carries no token, or not the right one. */
    UNAUTHENTICATED(401, "The write needs a token"),

    /** A browser sent it on behalf of another page. */
    CROSS_SITE_REQUEST(403, "The request comes from another page"),

    /** No resource lies under the path. */
    NO_SUCH_RESOURCE(404, "There is nothing under this path"),
    METHOD_NOT_ALLOWED(405, "The resource does not know this method"),
    NOT_ACCEPTABLE(406, "The resource has no representation of an accepted type"),
    /** Somebody else changed the photo since it was read; read it again and decide anew. */
    REVISION_CHANGED(412, "The photo was changed in the meantime"),
    /** The body has more bytes than any request may have. */
    BODY_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body has a type that is not taken here"),
    /** A write needs {@code If-Match} with the revision that was read. */
    PRECONDITION_REQUIRED(428, "The write needs an If-Match header"),
    /** A fault of the service itself; the log has the cause under the same path. */
    INTERNAL_ERROR(500, "The service failed"),
    /** More is asked for at once than the service does; the same request may succeed in a moment. */
    BUSY(503, "The service is busy");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code it is answered with. */
    public int status() {
        return status;
    }

    /** What this code means, the same sentence every time. */
    public String title() {
        return title;
    }
}
