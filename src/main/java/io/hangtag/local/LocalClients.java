package io.hangtag.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * SDK clients of the local endpoints. They never look for credentials: none that is a secret may reach an emulator.
 *
 * @param s3 of the photos
 * @param sqs of the events
 * @param dynamodb of the catalog
 */
public record LocalClients(S3Client s3, SqsClient sqs, DynamoDbClient dynamodb) implements AutoCloseable {
    /** Clients of those endpoints; to be closed before the endpoints. */
    public static LocalClients of(LocalEndpoints endpoints) {
        return new LocalClients(
                client(S3Client.builder(), endpoints.s3()).forcePathStyle(true).build(),
                client(SqsClient.builder(), endpoints.sqs()).build(),
                client(DynamoDbClient.builder(), endpoints.dynamodb()).build());
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder, URI endpoint) {
        return builder.region(Region.of(LocalEndpoints.REGION))
                .endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag")));
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamodb.close();
    }
}
