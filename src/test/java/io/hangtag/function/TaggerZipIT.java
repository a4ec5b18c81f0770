package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.DeployedFunction;
import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.TestPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The very zip that is deployed, with the model layer beside it, under the real Lambda runtime interface, on real S3 and
 * DynamoDB protocol endpoints. {@code ./hangtag test} builds zip and layer and brings the emulator; the same tests take a zip in
 * native form by {@code -Dhangtag-test.tagger.zip=}.
 */
class TaggerZipIT {
    @RegisterExtension
    static final DeployedFunction FUNCTION =
            new DeployedFunction(FunctionZip::tagger, FunctionEnvironment::withPrimaryColors);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "put, uploads/ä b+c.png",
        "multipart, uploads/multipart.png",
        "event-bridge, uploads/bridged shirt.png",
    })
    void tagsThePhotoThatAnEventTellsOf(String event, String key) throws Exception {
        // given
        FUNCTION.bucket().put(key, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        String response = FUNCTION.lambda().invoke(SampleEvents.read(event));

        // then
        assertThat(response).isEqualTo("null");
        assertIsTagged(key);
    }

    @Test
    void tagsThePhotoThatABatchTellsOfAndNamesTheMessageThatFailed() throws Exception {
        // given
        String key = "uploads/batched.png";
        FUNCTION.bucket().put(key, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        String response = FUNCTION.lambda().invoke(SampleEvents.read("batch-with-one-bad-record"));

        // then
        assertThat(response)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2e1424d4-f796-459a-8184-9c92662be6da\"}]}");
        assertIsTagged(key);
    }

    @Test
    void leavesACopyAlone() throws Exception {
        String key = "uploads/copied.png";
        FUNCTION.bucket().put(key, TestPictures.png(TestPictures.BLUE_JEANS));

        FUNCTION.lambda().invoke(SampleEvents.read("copy"));

        assertThat(FUNCTION.bucket().tags(key)).isEmpty();
        assertThat(FUNCTION.bucket().item(key)).isEmpty();
    }

    @Test
    void recordsARemoval() throws Exception {
        FUNCTION.lambda().invoke(SampleEvents.read("removal"));

        assertThat(FUNCTION.bucket().item("uploads/removed.png"))
                .containsEntry("state", AttributeValue.fromS("removed"))
                .containsKey("expiresAt");
    }

    @Test
    void toleratesTheTestEvent() throws Exception {
        assertThat(FUNCTION.lambda().invoke(SampleEvents.read("test-event"))).isEqualTo("null");
    }

    @Test
    void answersTheEventsThatSamLocalIsGiven() throws Exception {
        // given
        String blazer = "uploads/navy-blazer.jpg";
        String shirt = "uploads/checked-shirt.png";
        FUNCTION.bucket().put(blazer, TestPictures.png(TestPictures.RED_SHIRT));
        FUNCTION.bucket().put(shirt, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("copy"));
        boolean taggedByCopy = FUNCTION.bucket().tags(blazer).containsKey("hangtag:class");
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("put"));
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("multipart"));
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("eventbridge"));
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("removal"));
        FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("test-event"));
        String batch = FUNCTION.lambda().invoke(SampleEvents.ofSamLocal("sqs-batch"));

        // then
        assertThat(taggedByCopy).isFalse();
        assertIsTagged(blazer);
        assertIsTagged(shirt);
        assertThat(FUNCTION.bucket().item("uploads/grey-hoodie.webp"))
                .containsEntry("state", AttributeValue.fromS("removed"));
        assertThat(batch)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000002\"}]}");
    }

    @Test
    void failsAnEventThatIsNoneOfItsOwnByItsName() throws Exception {
        assertThat(FUNCTION.lambda().invoke("{\"hello\":\"world\"}"))
                .contains("errorType")
                .contains("UnknownEventException")
                .contains("neither an S3 notification nor an EventBridge event");
    }

    @Test
    void takesOnnxRuntimeFromTheLayerInPlace() throws Exception {
        // when it has started
        FUNCTION.lambda().invoke(SampleEvents.read("test-event"));

        // then
        assertThat(FUNCTION.lambda().mappedFiles("libonnxruntime"))
                .containsExactlyInAnyOrder(
                        FUNCTION.layer().resolve("lib/libonnxruntime.so"),
                        FUNCTION.layer().resolve("lib/libonnxruntime4j_jni.so"));
        try (Stream<Path> temporary = Files.walk(FUNCTION.lambda().temporary())) {
            assertThat(temporary.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static void assertIsTagged(String key) {
        assertThat(FUNCTION.bucket().tags(key))
                .containsEntry("hangtag:class", "red-shirt")
                .containsEntry("hangtag:audience", "men");
        assertThat(FUNCTION.bucket().metadata(key))
                .containsEntry("hangtag-class", "red-shirt")
                .containsEntry("sku", "4711");
        assertThat(FUNCTION.bucket().item(key))
                .containsEntry("state", AttributeValue.fromS("tagged"))
                .containsEntry("class", AttributeValue.fromS("red-shirt"))
                .containsEntry("model", AttributeValue.fromS("primary-colors@1.2.0"));
    }
}
