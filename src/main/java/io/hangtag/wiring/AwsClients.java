package io.hangtag.wiring;

import io.hangtag.config.HangtagConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients by the settings, complete but for what carries their calls. */
record AwsClients(HangtagConfig.Aws settings) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    S3ClientBuilder s3() {
        return client(S3Client.builder(), settings.s3Endpoint())
                .forcePathStyle(settings.s3Endpoint().isPresent());
    }

    DynamoDbClientBuilder dynamoDb() {
        return client(DynamoDbClient.builder(), settings.dynamodbEndpoint());
    }

    SqsClientBuilder sqs() {
        return client(SqsClient.builder(), settings.sqsEndpoint());
    }

    /** The JDK's own HTTP client, which starts fastest and needs nothing more in a native image. */
    UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                // A read that waits is not ended by the limits of the call.
                .socketTimeout(settings.apiCallAttemptTimeout());
    }

    private <B extends AwsClientBuilder<B, ?>> B client(B builder, Optional<URI> endpoint) {
        builder.overrideConfiguration(limits -> limits.apiCallTimeout(settings.apiCallTimeout())
                .apiCallAttemptTimeout(settings.apiCallAttemptTimeout()));
        settings.region().map(Region::of).ifPresent(builder::region);
        endpoint.ifPresent(emulator -> builder.endpointOverride(emulator)
                // Emulators take any key; one that is a secret has no business with them.
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag"))));
        return builder;
    }
}
