package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class StoreFailuresTest {
    private final StoreFailures failures = new StoreFailures();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // as DynamoDB says it, under the status of a bad request
        "400, AccessDeniedException, ACCESS_DENIED",
        "400, ProvisionedThroughputExceededException, STORE_UNAVAILABLE",
        "403, AccessDenied, ACCESS_DENIED",
        "403, Forbidden, ACCESS_DENIED",
        "404, NoSuchKey, NOT_FOUND",
        "404, NoSuchBucket, STORE_UNAVAILABLE",
        "500, InternalError, STORE_UNAVAILABLE",
        "503, SlowDown, STORE_UNAVAILABLE",
    })
    void tellsByStatusAndName(int status, String name, ErrorCode code) {
        Throwable translated = failures.translate(DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(name)
                        .errorMessage("said so")
                        .build())
                .build());

        assertThat(translated)
                .isInstanceOfSatisfying(
                        HangtagException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
