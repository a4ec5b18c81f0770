package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.FailingCatalogStore;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.LogRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What happens before a snapshot: photos go the whole way of real ones, and nobody sees them. */
class SnapshotPrimingTest {
    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private static final PhotoId PHOTO = new PhotoId("shop", "uploads/.priming");
    private static final ImageLimits LIMITS = new ImageLimits(25_000_000, 10_000_000, 5_000);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final PhotoClassifier classifier =
            new PhotoClassifier(new PhotoReader(List.of(new JpegDecoder()), LIMITS), MODEL.classifier());

    @Test
    void eachPhotoMakesTheCallsOfAFreshUpload() {
        // when
        int tagged = priming(2, LONG).prime();

        // then
        assertThat(tagged).isEqualTo(2);
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "GetBucketOwnershipControls",
                        "GetItem",
                        "GetObject",
                        "HeadObject",
                        "GetObjectTagging",
                        "CopyObject",
                        "PutItem",
                        "GetItem",
                        "GetObject",
                        "HeadObject",
                        "GetObjectTagging",
                        "CopyObject",
                        "PutItem");
    }

    @Test
    void nothingIsWrittenToTheCatalog() {
        priming(1, LONG).prime();

        assertThat(catalog.item(PHOTO)).isEmpty();
    }

    @Test
    void noPhotoIsBegunAfterTheLimit() {
        assertThat(priming(1_000_000, Duration.ofMillis(300)).prime()).isBetween(0, 999_999);
        assertThat(priming(1_000_000, Duration.ZERO).prime()).isZero();
    }

    @Test
    void noneIsNone() {
        priming(0, LONG).prime();

        assertThat(calls).isEmpty();
    }

    /** The stack's metrics count such lines. */
    @Test
    void theLogTellsOfNoPhotoAndIsAsLoudAsBeforeAfterwards() {
        Logger tagger = Logger.getLogger(PhotoTagger.class.getName());
        Level before = tagger.getLevel();
        tagger.setLevel(Level.FINE);
        try (LogRecords records = LogRecords.listen()) {
            priming(2, LONG).beforeCheckpoint(null);

            assertThat(records.messages()).singleElement().asString().startsWith("Primed by 2 photos in ");
            assertThat(tagger.getLevel()).isEqualTo(Level.FINE);
        } finally {
            tagger.setLevel(before);
        }
    }

    @Test
    void aStoreThatCannotBeReachedKeepsNoSnapshotFromBeingTaken() {
        SnapshotPriming priming = new SnapshotPriming(
                this::tagger, new FailingCatalogStore(new IllegalStateException("No table answers")), PHOTO, 2, LONG);

        assertThat(priming.prime()).isEqualTo(2);
    }

    @Test
    void neitherDoesAFailureOfItsOwn() {
        SnapshotPriming priming = new SnapshotPriming(
                carrier -> {
                    throw new IllegalStateException("No region is set");
                },
                catalog,
                PHOTO,
                1,
                LONG);
        try (LogRecords records = LogRecords.listen()) {
            assertThatCode(() -> priming.beforeCheckpoint(null)).doesNotThrowAnyException();

            assertThat(records.messages()).singleElement().asString().contains("The snapshot is not warm");
            assertThat(records.thrown()).singleElement().isInstanceOf(IllegalStateException.class);
        }
    }

    private SnapshotPriming priming(int photos, Duration limit) {
        return new SnapshotPriming(this::tagger, catalog, PHOTO, photos, limit);
    }

    private PrimedTagger tagger(SdkHttpClient carrier) {
        S3Client s3 = client(S3Client.builder()).httpClient(carrier).build();
        DynamoDbClient dynamoDb =
                client(DynamoDbClient.builder()).httpClient(carrier).build();
        PhotoTagger tagger = new PhotoTagger(
                new S3PhotoStore(s3, LIMITS, MetadataWrite.BOTH, Runnable::run),
                new DynamoCatalogStore(
                        dynamoDb, "items", new ItemCodec(Duration.ofDays(30)), Clock.systemUTC(), Runnable::run),
                classifier,
                Clock.systemUTC());
        return new PrimedTagger(tagger, List.of(s3, dynamoDb));
    }

    private <B extends AwsClientBuilder<B, ?>> B client(B builder) {
        return builder.region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(configuration ->
                        configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeExecution(
                                    Context.BeforeExecution context, ExecutionAttributes attributes) {
                                calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
                            }
                        }));
    }
}
