package io.hangtag.api.problem;

import java.io.Serial;
import java.util.Objects;

/** A request that is refused, with a sentence for whoever sent it. */
public final class RequestProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RequestProblem problem;

    public RequestProblemException(RequestProblem problem, String detail) {
        super(detail);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    public RequestProblem problem() {
        return problem;
    }
}
