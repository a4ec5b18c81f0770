package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TaggerFunctionTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final TaggerFunction function = new TaggerFunction(
            json, new PhotoTagger(photos, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC()), 2);

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void namesOnlyTheMessagesThatFailed() throws IOException {
        // given a batch of five: good, no JSON, good, unknown, test event
        String batch = batch(put("a.png"), "no json", put("b.png"), "{}", "{\"Event\":\"s3:TestEvent\"}");

        // when
        JsonNode response = invoke(batch);

        // then
        assertThat(response.path("batchItemFailures").findValuesAsText("itemIdentifier"))
                .containsExactlyInAnyOrder("message-1", "message-3");
        assertThat(catalog.item(new PhotoId("shop", "a.png"))).isPresent();
        assertThat(catalog.item(new PhotoId("shop", "b.png"))).isPresent();
    }

    @Test
    void sendsBackTheMessageWhoseStoreDidNotAnswer() throws IOException {
        String message = put("a.png");
        photos.failNext(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));

        assertThat(invoke(batch(message)).path("batchItemFailures")).hasSize(1);
        assertThat(invoke(batch(message)).path("batchItemFailures")).isEmpty();
        assertThat(catalog.item(new PhotoId("shop", "a.png"))).isPresent();
    }

    @Test
    void endsWithAPhotoThatCannotBeReadAtAll() throws IOException {
        photos.put(new PhotoId("shop", "a.png"), "no photo".getBytes(StandardCharsets.UTF_8));

        assertThat(invoke(batch(notification("a.png"))).path("batchItemFailures"))
                .isEmpty();

        assertThat(catalog.item(new PhotoId("shop", "a.png"))
                        .orElseThrow()
                        .failure()
                        .code())
                .isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    }

    @Test
    void handlesANotificationThatComesByItself() throws IOException {
        assertThat(invoke(put("a.png")).isNull()).isTrue();

        assertThat(catalog.item(new PhotoId("shop", "a.png"))).isPresent();
    }

    @Test
    void failsAsAWholeWhereANotificationByItselfHasToComeAgain() {
        String notification = put("a.png");
        photos.failNext(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));

        assertThatThrownBy(() -> invoke(notification))
                .isInstanceOf(HangtagException.class)
                .hasMessage("slow down");
    }

    private String put(String key) {
        photos.put(new PhotoId("shop", key), TestPictures.png(TestPictures.RED_SHIRT));
        return notification(key);
    }

    private static String notification(String key) {
        return """
                {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
                 "s3":{"bucket":{"name":"shop"},"object":{"key":"%s","sequencer":"A1"}}}]}""".formatted(key);
    }

    private String batch(String... bodies) {
        ObjectNode batch = json.createObjectNode();
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

    private JsonNode invoke(String event) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
        return json.readTree(response.toByteArray());
    }
}
