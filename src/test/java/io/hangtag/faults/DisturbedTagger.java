package io.hangtag.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.function.TaggerFunction;
import io.hangtag.image.ImageLimits;
import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.TestClassifiers;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The event function with its real stores, each behind a proxy. */
final class DisturbedTagger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1000);

    private final Classifier classifier = TestClassifiers.primaryColors();
    private final ExecutorService executor;
    private final FaultProxy s3Proxy;
    private final FaultProxy dynamoDbProxy;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final TaggerFunction function;

    DisturbedTagger(LocalEndpoints endpoints, MetadataWrite write) throws IOException {
        this(endpoints, write, 8);
    }

    /** @param threads on which calls are made */
    DisturbedTagger(LocalEndpoints endpoints, MetadataWrite write, int threads) throws IOException {
        executor = Executors.newFixedThreadPool(threads);
        s3Proxy = new FaultProxy(endpoints.s3(), PATIENCE.toMillis() * 2);
        dynamoDbProxy = new FaultProxy(endpoints.dynamodb(), PATIENCE.toMillis() * 2);
        s3 = client(S3Client.builder(), s3Proxy.endpoint())
                .forcePathStyle(true)
                .httpClientBuilder(http())
                .build();
        dynamoDb = client(DynamoDbClient.builder(), dynamoDbProxy.endpoint())
                .httpClientBuilder(http())
                .build();
        Clock clock = Clock.systemUTC();
        S3PhotoStore photos = new S3PhotoStore(s3, new ImageLimits(1_000_000, 1_000_000, 5_000), write, executor);
        DynamoCatalogStore catalog = new DynamoCatalogStore(
                dynamoDb, LocalNames.DEFAULT.table(), new ItemCodec(Duration.ofDays(30)), clock, executor);
        function = new TaggerFunction(
                new ObjectMapper(),
                new PhotoTagger(photos, catalog, TestClassifiers.photoClassifier(classifier), clock),
                2);
    }

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder().socketTimeout(PATIENCE);
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(B builder, URI endpoint) {
        return builder.region(Region.of(LocalEndpoints.REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag")));
    }

    TaggerFunction function() {
        return function;
    }

    /** From now on this says what happens to a call of either store. */
    void disturb(Function<StoreCall, Fault> by) {
        s3Proxy.disturb(by);
        dynamoDbProxy.disturb(by);
    }

    FaultProxy s3() {
        return s3Proxy;
    }

    FaultProxy dynamoDb() {
        return dynamoDbProxy;
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
        executor.shutdownNow();
        s3Proxy.close();
        dynamoDbProxy.close();
        classifier.close();
    }
}
