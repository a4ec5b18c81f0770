package io.hangtag.local;

import io.hangtag.config.HangtagConfig;
import java.net.URI;
import java.util.Map;

/**
 * Where the local endpoints listen.
 *
 * @param s3 S3, path-style
 * @param sqs SQS
 * @param dynamodb DynamoDB
 */
public record LocalEndpoints(URI s3, URI sqs, URI dynamodb) {
    /** Emulators have no regions, and clients must name one. */
    public static final String REGION = "us-east-1";

    /**
     * The endpoints that those settings name.
     *
     * @throws java.util.NoSuchElementException if one is absent
     */
    static LocalEndpoints of(HangtagConfig.Aws aws) {
        return new LocalEndpoints(
                aws.s3Endpoint().orElseThrow(),
                aws.sqsEndpoint().orElseThrow(),
                aws.dynamodbEndpoint().orElseThrow());
    }

    /** The settings of {@link HangtagConfig} that point the app here. */
    public Map<String, String> settings() {
        return Map.of(
                "hangtag.aws.region", REGION,
                "hangtag.aws.s3-endpoint", s3.toString(),
                "hangtag.aws.sqs-endpoint", sqs.toString(),
                "hangtag.aws.dynamodb-endpoint", dynamodb.toString());
    }
}
