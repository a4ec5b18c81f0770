package io.hangtag.api.problem;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** How the photo codes are answered over HTTP. */
final class PhotoProblem {
    Problem of(HangtagException failure, String instance) {
        ErrorCode code = failure.code();
        return Problem.of(code.name(), title(code), status(code), failure.getMessage(), instance);
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case UNSUPPORTED_FORMAT -> 415;
            case TOO_LARGE, TOO_MANY_PIXELS -> 413;
            case CORRUPT_IMAGE, EMPTY_OBJECT -> 422;
            case NOT_FOUND -> 404;
            case ACCESS_DENIED -> 403;
            case STALE_EVENT -> 409;
            case STORE_UNAVAILABLE, MODEL_REFUSED -> 503;
        };
    }

    private static String title(ErrorCode code) {
        return switch (code) {
            case UNSUPPORTED_FORMAT -> "The photo's format is not read";
            case TOO_LARGE -> "The photo has too many bytes";
            case TOO_MANY_PIXELS -> "The photo has too many pixels";
            case CORRUPT_IMAGE -> "The photo is damaged";
            case EMPTY_OBJECT -> "The photo has no bytes";
            case NOT_FOUND -> "There is no such photo";
            case ACCESS_DENIED -> "The store refused its permission";
            case STALE_EVENT -> "A newer event has been recorded";
            case STORE_UNAVAILABLE -> "A store did not answer";
            case MODEL_REFUSED -> "The model cannot be used";
        };
    }
}
