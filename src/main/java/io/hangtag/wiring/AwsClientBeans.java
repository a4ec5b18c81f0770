package io.hangtag.wiring;

import io.hangtag.config.HangtagConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK clients. */
@Dependent
class AwsClientBeans {
    @Produces
    @Singleton
    S3Client s3(HangtagConfig config) {
        AwsClients clients = new AwsClients(config.aws());
        return clients.s3().httpClientBuilder(clients.http()).build();
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
        AwsClients clients = new AwsClients(config.aws());
        return clients.dynamoDb().httpClientBuilder(clients.http()).build();
    }

    void close(@Disposes DynamoDbClient dynamoDb) {
        dynamoDb.close();
    }

    @Produces
    @Singleton
    SqsClient sqs(HangtagConfig config) {
        AwsClients clients = new AwsClients(config.aws());
        return clients.sqs().httpClientBuilder(clients.http()).build();
    }

    void close(@Disposes SqsClient sqs) {
        sqs.close();
    }
}
