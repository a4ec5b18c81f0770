package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.ModelLayerFolder;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The very zip that is deployed, with the model layer beside it, under the real Lambda runtime interface, on real S3 and
 * DynamoDB protocol endpoints. {@code ./hangtag test} builds zip and layer and brings the emulator; the same tests take a zip in
 * native form by {@code -Dhangtag.tagger.zip=}.
 */
class TaggerZipIT {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    @TempDir
    static Path folder;

    private static Path layer;
    private static TestBucket bucket;
    private static LambdaEmulator lambda;

    @BeforeAll
    static void start() throws IOException {
        layer = ModelLayerFolder.ofThisMachine();
        bucket = new TestBucket(AWS.aws());
        lambda = LambdaEmulator.start(
                FunctionZip.tagger().unzip(folder.resolve("task")),
                new FunctionEnvironment(AWS.endpoints(), layer)
                        .withPrimaryColors()
                        .variables());
    }

    @AfterAll
    static void stop() throws IOException {
        if (lambda != null) {
            lambda.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "put, uploads/ä b+c.png",
        "multipart, uploads/multipart.png",
        "event-bridge, uploads/bridged shirt.png",
    })
    void tagsThePhotoThatAnEventTellsOf(String event, String key) throws Exception {
        // given
        bucket.put(key, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        String response = lambda.invoke(SampleEvents.read(event));

        // then
        assertThat(response).isEqualTo("null");
        assertIsTagged(key);
    }

    @Test
    void tagsThePhotoThatABatchTellsOfAndNamesTheMessageThatFailed() throws Exception {
        // given
        String key = "uploads/batched.png";
        bucket.put(key, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        String response = lambda.invoke(SampleEvents.read("batch-with-one-bad-record"));

        // then
        assertThat(response)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2e1424d4-f796-459a-8184-9c92662be6da\"}]}");
        assertIsTagged(key);
    }

    @Test
    void leavesACopyAlone() throws Exception {
        String key = "uploads/copied.png";
        bucket.put(key, TestPictures.png(TestPictures.BLUE_JEANS));

        lambda.invoke(SampleEvents.read("copy"));

        assertThat(bucket.tags(key)).isEmpty();
        assertThat(bucket.item(key)).isEmpty();
    }

    @Test
    void recordsARemoval() throws Exception {
        lambda.invoke(SampleEvents.read("removal"));

        assertThat(bucket.item("uploads/removed.png"))
                .containsEntry("state", AttributeValue.fromS("removed"))
                .containsKey("expiresAt");
    }

    @Test
    void toleratesTheTestEvent() throws Exception {
        assertThat(lambda.invoke(SampleEvents.read("test-event"))).isEqualTo("null");
    }

    @Test
    void answersTheEventsThatSamLocalIsGiven() throws Exception {
        // given
        String blazer = "uploads/navy-blazer.jpg";
        String shirt = "uploads/checked-shirt.png";
        bucket.put(blazer, TestPictures.png(TestPictures.RED_SHIRT));
        bucket.put(shirt, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        lambda.invoke(SampleEvents.ofSamLocal("copy"));
        boolean taggedByCopy = bucket.tags(blazer).containsKey("hangtag:class");
        lambda.invoke(SampleEvents.ofSamLocal("put"));
        lambda.invoke(SampleEvents.ofSamLocal("multipart"));
        lambda.invoke(SampleEvents.ofSamLocal("eventbridge"));
        lambda.invoke(SampleEvents.ofSamLocal("removal"));
        lambda.invoke(SampleEvents.ofSamLocal("test-event"));
        String batch = lambda.invoke(SampleEvents.ofSamLocal("sqs-batch"));

        // then
        assertThat(taggedByCopy).isFalse();
        assertIsTagged(blazer);
        assertIsTagged(shirt);
        assertThat(bucket.item("uploads/grey-hoodie.webp")).containsEntry("state", AttributeValue.fromS("removed"));
        assertThat(batch)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000002\"}]}");
    }

    @Test
    void failsAnEventThatIsNoneOfItsOwnByItsName() throws Exception {
        assertThat(lambda.invoke("{\"hello\":\"world\"}"))
                .contains("errorType")
                .contains("UnknownEventException")
                .contains("neither an S3 notification nor an EventBridge event");
    }

    @Test
    void takesOnnxRuntimeFromTheLayerInPlace() throws Exception {
        // when it has started
        lambda.invoke(SampleEvents.read("test-event"));

        // then
        assertThat(lambda.mappedFiles("libonnxruntime"))
                .containsExactlyInAnyOrder(
                        layer.resolve("lib/libonnxruntime.so"), layer.resolve("lib/libonnxruntime4j_jni.so"));
        try (Stream<Path> temporary = Files.walk(lambda.temporary())) {
            assertThat(temporary.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static void assertIsTagged(String key) {
        assertThat(bucket.tags(key))
                .containsEntry("hangtag:class", "red-shirt")
                .containsEntry("hangtag:audience", "men");
        assertThat(bucket.metadata(key))
                .containsEntry("hangtag-class", "red-shirt")
                .containsEntry("sku", "4711");
        assertThat(bucket.item(key))
                .containsEntry("state", AttributeValue.fromS("tagged"))
                .containsEntry("class", AttributeValue.fromS("red-shirt"))
                .containsEntry("model", AttributeValue.fromS("primary-colors@1.2.0"));
    }
}
