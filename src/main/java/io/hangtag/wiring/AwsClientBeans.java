package io.hangtag.wiring;

import io.hangtag.config.HangtagConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK clients, on the JDK's own HTTP client, which starts fastest and needs nothing more in a native image. */
@Dependent
class AwsClientBeans {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Produces
    @Singleton
    S3Client s3(HangtagConfig config) {
        return client(S3Client.builder(), config.aws(), config.aws().s3Endpoint())
                .forcePathStyle(config.aws().s3Endpoint().isPresent())
                .httpClientBuilder(http(config.aws()))
                .build();
    }

    void close(@Disposes S3Client s3) {
        s3.close();
    }

    /** Signs in the name of the client, for its endpoint. */
    @Produces
    @Singleton
    S3Presigner presigner(S3Client s3, HangtagConfig config) {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(s3.serviceClientConfiguration().region())
                .credentialsProvider(s3.serviceClientConfiguration().credentialsProvider())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.aws().s3Endpoint().isPresent())
                        .build());
        config.aws().s3Endpoint().ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    void close(@Disposes S3Presigner presigner) {
        presigner.close();
    }

    @Produces
    @Singleton
    DynamoDbClient dynamoDb(HangtagConfig config) {
        return client(DynamoDbClient.builder(), config.aws(), config.aws().dynamodbEndpoint())
                .httpClientBuilder(http(config.aws()))
                .build();
    }

    void close(@Disposes DynamoDbClient dynamoDb) {
        dynamoDb.close();
    }

    @Produces
    @Singleton
    SqsClient sqs(HangtagConfig config) {
        return client(SqsClient.builder(), config.aws(), config.aws().sqsEndpoint())
                .httpClientBuilder(http(config.aws()))
                .build();
    }

    void close(@Disposes SqsClient sqs) {
        sqs.close();
    }

    private static UrlConnectionHttpClient.Builder http(HangtagConfig.Aws aws) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                // A read that waits is not ended by the limits of the call.
                .socketTimeout(aws.apiCallAttemptTimeout());
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(
            B builder, HangtagConfig.Aws aws, Optional<URI> endpoint) {
        builder.overrideConfiguration(limits ->
                limits.apiCallTimeout(aws.apiCallTimeout()).apiCallAttemptTimeout(aws.apiCallAttemptTimeout()));
        aws.region().map(Region::of).ifPresent(builder::region);
        endpoint.ifPresent(emulator -> builder.endpointOverride(emulator)
                // Emulators take any key; one that is a secret has no business with them.
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag"))));
        return builder;
    }
}
