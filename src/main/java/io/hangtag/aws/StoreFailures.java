package io.hangtag.aws;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.net.HttpURLConnection;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** What the SDK throws, as codes of the closed set. The SDK has retried by then what it takes for transient. */
final class StoreFailures {
    private static final String NO_SUCH_BUCKET = "NoSuchBucket";

    /** What DynamoDB calls it, under status 400. */
    private static final String ACCESS_DENIED = "AccessDeniedException";

    Throwable translate(Throwable failure) {
        // The SDK wraps what the reader of a body throws.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HangtagException) {
                return cause;
            }
        }
        if (failure instanceof ResourceNotFoundException) {
            return new HangtagException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The catalog table does not exist; check hangtag.catalog.table: " + failure.getMessage(),
                    failure);
        }
        if (failure instanceof AwsServiceException refused) {
            return new HangtagException(code(refused), refused.getMessage(), refused);
        }
        return new HangtagException(
                ErrorCode.STORE_UNAVAILABLE, "The store did not answer: " + failure.getMessage(), failure);
    }

    private static ErrorCode code(AwsServiceException refused) {
        if (isMissingBucket(refused)) {
            return ErrorCode.STORE_UNAVAILABLE;
        }
        if (isNamed(refused, ACCESS_DENIED)) {
            return ErrorCode.ACCESS_DENIED;
        }
        return switch (refused.statusCode()) {
            case HttpURLConnection.HTTP_NOT_FOUND -> ErrorCode.NOT_FOUND;
            case HttpURLConnection.HTTP_FORBIDDEN -> ErrorCode.ACCESS_DENIED;
            default -> ErrorCode.STORE_UNAVAILABLE;
        };
    }

    private static boolean isMissingBucket(AwsServiceException refused) {
        return refused instanceof NoSuchBucketException || isNamed(refused, NO_SUCH_BUCKET);
    }

    private static boolean isNamed(AwsServiceException refused, String code) {
        return refused.awsErrorDetails() != null
                && code.equals(refused.awsErrorDetails().errorCode());
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof HangtagException translated && translated.code() == ErrorCode.NOT_FOUND;
    }

    /** Whether a condition such as {@code If-Match} was not met, or the object is gone. */
    static boolean isSuperseded(AwsServiceException refused) {
        return refused.statusCode() == HttpURLConnection.HTTP_PRECON_FAILED
                // S3 answers 409 where a conditional write meets another write of the same key.
                || refused.statusCode() == HttpURLConnection.HTTP_CONFLICT
                || refused.statusCode() == HttpURLConnection.HTTP_NOT_FOUND && !isMissingBucket(refused);
    }
}
