package io.hangtag.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.aws.S3PhotoStore;
import io.hangtag.config.HangtagConfig;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.faults.Fault;
import io.hangtag.faults.FaultProxy;
import io.hangtag.image.ImageLimits;
import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import io.hangtag.tagging.PhotoId;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestBucket;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients that are deployed give up in time, whatever a store does to them. */
class AwsTimeLimitsTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final int PATIENCE_MILLIS = 60_000;

    private final AwsClientBeans beans = new AwsClientBeans();

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TIMEOUT", "SLOW_BODY", "DRIPPING_BODY"})
    void aPhotoThatComesTooSlowlyEndsWithinTheLimitOfTheCall(Fault fault) throws Exception {
        // given a photo that would take over three minutes by drops
        TestBucket bucket = new TestBucket(AWS.aws());
        PhotoId photo = new PhotoId(LocalNames.DEFAULT.bucket(), "uploads/slow.png");
        bucket.put(photo.key(), new byte[4_000]);
        try (FaultProxy proxy = new FaultProxy(AWS.endpoints().s3(), PATIENCE_MILLIS);
                S3Client s3 = beans.s3(config(proxy.endpoint(), "PT2S", "PT1S"))) {
            S3PhotoStore store = new S3PhotoStore(
                    s3, new ImageLimits(1_000_000, 1_000_000, 5_000), MetadataWrite.BOTH, Runnable::run);
            store.fetch(photo).await().indefinitely();
            proxy.disturb(call -> fault);

            // when
            long start = System.nanoTime();
            HangtagException failure = catchThrowableOfType(
                    HangtagException.class, () -> store.fetch(photo).await().indefinitely());
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            // then
            assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            assertThat(took).isLessThan(Duration.ofSeconds(4));
            assertThat(Thread.interrupted()).as("the thread is left as it was").isFalse();

            // and the next call of the same thread is none the worse
            proxy.disturb(call -> Fault.NONE);
            assertThat(store.fetch(photo).await().indefinitely().bytes()).hasSize(4_000);
        }
    }

    @Test
    void everyClientHasTheLimitsThatAreSet() {
        HangtagConfig config = config(AWS.endpoints().s3(), "PT7S", "PT3S");

        try (S3Client s3 = beans.s3(config);
                DynamoDbClient dynamoDb = beans.dynamoDb(config);
                SqsClient sqs = beans.sqs(config)) {
            assertLimits(s3.serviceClientConfiguration(), 7, 3);
            assertLimits(dynamoDb.serviceClientConfiguration(), 7, 3);
            assertLimits(sqs.serviceClientConfiguration(), 7, 3);
        }
    }

    @Test
    void aCallEndsByDefaultWellBeforeTheShortestTimeoutOfTheFunction() {
        HangtagConfig.Aws defaults = config(Map.of()).aws();

        assertThat(defaults.apiCallAttemptTimeout()).isLessThan(defaults.apiCallTimeout());
        assertThat(defaults.apiCallTimeout()).isLessThan(Duration.ofSeconds(30));
    }

    private static void assertLimits(AwsServiceClientConfiguration client, int call, int attempt) {
        assertThat(client.overrideConfiguration().apiCallTimeout()).isEqualTo(Optional.of(Duration.ofSeconds(call)));
        assertThat(client.overrideConfiguration().apiCallAttemptTimeout())
                .isEqualTo(Optional.of(Duration.ofSeconds(attempt)));
    }

    private static HangtagConfig config(URI endpoint, String call, String attempt) {
        return config(Map.of(
                "hangtag.aws.s3-endpoint",
                endpoint.toString(),
                "hangtag.aws.dynamodb-endpoint",
                endpoint.toString(),
                "hangtag.aws.sqs-endpoint",
                endpoint.toString(),
                "hangtag.aws.region",
                LocalEndpoints.REGION,
                "hangtag.aws.api-call-timeout",
                call,
                "hangtag.aws.api-call-attempt-timeout",
                attempt));
    }

    private static HangtagConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HangtagConfig.class)
                .withDefaultValues(new HashMap<>(settings))
                .build()
                .getConfigMapping(HangtagConfig.class);
    }
}
