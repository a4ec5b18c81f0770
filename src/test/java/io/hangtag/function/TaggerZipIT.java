package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestPictures;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The very zip that is deployed, under the real Lambda runtime interface, on real S3 and DynamoDB protocol endpoints.
 * {@code ./hangtag test} builds the zip and brings the emulator.
 */
class TaggerZipIT {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String BUCKET = "hangtag-photos";

    @TempDir
    static Path folder;

    private static LambdaEmulator lambda;

    @BeforeAll
    static void start() throws IOException {
        Path zip = Path.of(System.getProperty("hangtag.function.zip", "target/tagger/function.zip"));
        String emulator = System.getProperty("hangtag.lambda.emulator", "");
        assumeTrue(Files.isRegularFile(zip), "Skipped: there is no " + zip + "; run ./hangtag test, which builds it");
        assumeTrue(
                Files.isExecutable(Path.of(emulator)) && !emulator.isEmpty(),
                "Skipped: hangtag.lambda.emulator names no executable; run ./hangtag test, which installs it");
        unzip(zip, folder.resolve("task"));
        lambda = LambdaEmulator.start(
                Path.of(emulator),
                folder.resolve("task"),
                Map.of(
                        "HANGTAG_AWS_S3_ENDPOINT",
                        AWS.endpoints().s3().toString(),
                        "HANGTAG_AWS_DYNAMODB_ENDPOINT",
                        AWS.endpoints().dynamodb().toString(),
                        "HANGTAG_AWS_REGION",
                        "us-east-1",
                        "AWS_REGION",
                        "us-east-1",
                        "HANGTAG_MODEL_DIRECTORY",
                        Path.of("src/test/resources/packages").toAbsolutePath().toString(),
                        "HANGTAG_MODEL_NAME",
                        "primary-colors"),
                folder.resolve("function.log"));
    }

    @AfterAll
    static void stop() {
        if (lambda != null) {
            lambda.close();
        }
    }

    @Test
    void tagsAPhotoThatABatchTellsOfAndNamesTheMessageThatFailed() throws Exception {
        // given
        String key = "uploads/ä b+c.png";
        put(key, TestPictures.RED_SHIRT);

        // when
        String response =
                lambda.invoke(batch(notification("ObjectCreated:Put", "uploads/%C3%A4+b%2Bc.png"), "no json"));

        // then
        assertThat(response).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"}]}");
        assertThat(tags(key)).containsEntry("hangtag:class", "red-shirt").containsEntry("hangtag:audience", "men");
        assertThat(metadata(key)).containsEntry("hangtag-class", "red-shirt").containsEntry("sku", "4711");
        assertThat(item(key))
                .containsEntry("state", AttributeValue.fromS("tagged"))
                .containsEntry("class", AttributeValue.fromS("red-shirt"))
                .containsEntry("model", AttributeValue.fromS("primary-colors@1.2.0"));
    }

    @Test
    void leavesACopyAlone() throws Exception {
        String key = "uploads/copied.png";
        put(key, TestPictures.BLUE_JEANS);

        lambda.invoke(notification("ObjectCreated:Copy", key));

        assertThat(tags(key)).isEmpty();
        assertThat(item(key)).isEmpty();
    }

    @Test
    void recordsARemoval() throws Exception {
        String key = "uploads/removed.png";

        lambda.invoke(notification("ObjectRemoved:Delete", key));

        assertThat(item(key))
                .containsEntry("state", AttributeValue.fromS("removed"))
                .containsKey("expiresAt");
    }

    @Test
    void toleratesTheTestEvent() throws Exception {
        assertThat(lambda.invoke(
                        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"hangtag-photos\"}"))
                .isEqualTo("null");
    }

    @Test
    void failsAnEventThatIsNoneOfItsOwnByItsName() throws Exception {
        assertThat(lambda.invoke("{\"hello\":\"world\"}"))
                .contains("errorType")
                .contains("UnknownEventException")
                .contains("neither an S3 notification nor an EventBridge event");
    }

    private static void put(String key, Color color) {
        AWS.clients()
                .s3()
                .putObject(
                        request -> request.bucket(BUCKET).key(key).metadata(Map.of("sku", "4711")),
                        RequestBody.fromBytes(TestPictures.png(color)));
    }

    private static Map<String, String> tags(String key) {
        return AWS
                .clients()
                .s3()
                .getObjectTagging(request -> request.bucket(BUCKET).key(key))
                .tagSet()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private static Map<String, String> metadata(String key) {
        return AWS.clients()
                .s3()
                .headObject(request -> request.bucket(BUCKET).key(key))
                .metadata();
    }

    private static Map<String, AttributeValue> item(String key) {
        return AWS.clients()
                .dynamodb()
                .getItem(request -> request.tableName("hangtag-catalog")
                        .key(Map.of("photoId", AttributeValue.fromS(BUCKET + "/" + key))))
                .item();
    }

    private static String notification(String eventName, String key) {
        return """
                {"Records":[{"eventSource":"aws:s3","eventName":"%s",
                 "s3":{"bucket":{"name":"hangtag-photos"},"object":{"key":"%s","sequencer":"A1"}}}]}""".formatted(eventName, key);
    }

    private static String batch(String... bodies) {
        ObjectNode batch = new ObjectMapper().createObjectNode();
        ArrayNode records = batch.putArray("Records");
        for (String body : bodies) {
            String messageId = "message-" + records.size();
            records.addObject()
                    .put("messageId", messageId)
                    .put("eventSource", "aws:sqs")
                    .put("body", body);
        }
        return batch.toString();
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                assertThat(target.startsWith(into)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
