package io.hangtag.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.hangtag.error.HangtagException;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Turns whatever a request ended in into its problem document. The only place that does. */
public final class ProblemMapper {
    private final Problems problems = new Problems();
    private final Event<Problem> refused;

    /** A mapper that lets it be known what it answers. */
    public ProblemMapper(Event<Problem> refused) {
        this.refused = refused;
    }

    @ServerExceptionMapper
    public Response photo(HangtagException failure, UriInfo uri) {
        return response(problems.of(failure, path(uri)));
    }

    @ServerExceptionMapper
    public Response request(RequestProblemException failure, UriInfo uri) {
        Response refused = response(problems.of(failure, path(uri)));
        return switch (failure.problem()) {
            case UNAUTHENTICATED -> with(refused, "WWW-Authenticate", "Bearer realm=\"hangtag\"");
            case BUSY -> with(refused, "Retry-After", "5");
            case INVALID_PARAMETER,
                    UNKNOWN_PARAMETER,
                    BROKEN_CURSOR,
                    MALFORMED_BODY,
                    CROSS_SITE_REQUEST,
                    NO_SUCH_RESOURCE,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REVISION_CHANGED,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    PRECONDITION_REQUIRED,
                    INTERNAL_ERROR -> refused;
        };
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response json(JsonProcessingException failure, UriInfo uri) {
        return response(Problem.of(RequestProblem.MALFORMED_BODY, failure.getOriginalMessage(), path(uri)));
    }

    /** The framework's, while it reads a body: what our own code fails to read is unchecked. */
    @ServerExceptionMapper
    public Response unreadable(IOException failure, UriInfo uri) {
        return response(Problem.of(RequestProblem.MALFORMED_BODY, "The body ends before it is complete", path(uri)));
    }

    @ServerExceptionMapper
    public Response malformed(MultipartParser.MalformedMessageException failure, UriInfo uri) {
        return response(Problem.of(
                RequestProblem.MALFORMED_BODY, "The body is no multipart form of the boundary it declares", path(uri)));
    }

    /** What the framework refused before a resource was reached. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException cause) {
            return json(cause, uri);
        }
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(failure, uri);
        }
        RequestProblem kind = kind(status);
        Response refused = response(Problem.of(kind, kind.title(), path(uri)));
        String allow = failure.getResponse().getHeaderString("Allow");
        return allow == null ? refused : with(refused, "Allow", allow);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri) {
        return response(problems.of(failure, path(uri)));
    }

    private static Response with(Response response, String header, String value) {
        return Response.fromResponse(response).header(header, value).build();
    }

    private static RequestProblem kind(int status) {
        return switch (status) {
            case 404 -> RequestProblem.NO_SUCH_RESOURCE;
            case 405 -> RequestProblem.METHOD_NOT_ALLOWED;
            case 406 -> RequestProblem.NOT_ACCEPTABLE;
            case 413 -> RequestProblem.BODY_TOO_LARGE;
            case 415 -> RequestProblem.UNSUPPORTED_MEDIA_TYPE;
            default -> RequestProblem.MALFORMED_BODY;
        };
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private Response response(Problem problem) {
        refused.fire(problem);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
