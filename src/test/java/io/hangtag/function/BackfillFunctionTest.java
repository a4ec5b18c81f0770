package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillFunctionTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoId SHIRT = new PhotoId("shop", "uploads/ä b+c.png");
    private static final String ENCODED_KEY = "uploads/%C3%A4+b%2Bc.png";

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final BackfillFunction function = new BackfillFunction(
            json, new PhotoTagger(photos, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC()));

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.0"})
    void tagsTheObjectOfATaskInEitherSchema(String schema) throws IOException {
        // given
        photos.put(SHIRT, TestPictures.png(TestPictures.RED_SHIRT));

        // when
        JsonNode response = invoke(invocation(schema, ENCODED_KEY));

        // then
        assertThat(response).isEqualTo(json.readTree("""
                        {"invocationSchemaVersion":"%s","treatMissingKeysAs":"PermanentFailure","invocationId":"invocation-1",
                         "results":[{"taskId":"task-1","resultCode":"Succeeded","resultString":"COMMITTED"}]}""".formatted(schema)));
        assertThat(photos.tags(SHIRT)).containsEntry("class", "red-shirt");
        assertThat(catalog.item(SHIRT).orElseThrow().state()).isEqualTo(PhotoState.TAGGED);
    }

    @Test
    void writesNothingTwiceWhereATaskComesAgain() throws IOException {
        // given
        photos.put(SHIRT, TestPictures.png(TestPictures.RED_SHIRT));
        invoke(invocation("1.0", ENCODED_KEY));

        // when
        JsonNode again = invoke(invocation("1.0", ENCODED_KEY));

        // then
        assertThat(result(again).path("resultCode").asText()).isEqualTo("Succeeded");
        assertThat(result(again).path("resultString").asText()).isEqualTo("ALREADY_DONE");
        assertThat(photos.writes()).isEqualTo(1);
    }

    @Test
    void failsATaskForGoodWhoseObjectIsNotThere() throws IOException {
        JsonNode response = invoke(invocation("1.0", "uploads/mistyped.png"));

        assertThat(result(response).path("resultCode").asText()).isEqualTo("PermanentFailure");
        assertThat(result(response).path("resultString").asText()).startsWith("NOT_FOUND");
    }

    @Test
    void failsATaskForGoodWhosePhotoCannotBeReadAndRecordsWhy() throws IOException {
        photos.put(SHIRT, "no photo".getBytes(StandardCharsets.UTF_8));

        JsonNode response = invoke(invocation("2.0", ENCODED_KEY));

        assertThat(result(response).path("resultCode").asText()).isEqualTo("PermanentFailure");
        assertThat(catalog.item(SHIRT).orElseThrow().failure().code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    }

    @Test
    void asksForATaskAgainWhoseStoreDidNotAnswer() throws IOException {
        photos.put(SHIRT, TestPictures.png(TestPictures.RED_SHIRT));
        photos.failNext(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));

        JsonNode response = invoke(invocation("1.0", ENCODED_KEY));

        assertThat(result(response).path("resultCode").asText()).isEqualTo("TemporaryFailure");
        assertThat(result(response).path("resultString").asText()).isEqualTo("STORE_UNAVAILABLE: slow down");
    }

    @Test
    void failsATaskForGoodThatNamesNoObject() throws IOException {
        JsonNode response =
                invoke("{'invocationSchemaVersion':'1.0','invocationId':'invocation-1','tasks':[{'taskId':'task-1'}]}"
                        .replace('\'', '"'));

        assertThat(result(response).path("resultCode").asText()).isEqualTo("PermanentFailure");
    }

    @Test
    void answersEveryTaskOfAnInvocation() throws IOException {
        photos.put(SHIRT, TestPictures.png(TestPictures.RED_SHIRT));
        String task = "{'taskId':'%s','s3Key':'%s','s3VersionId':null,'s3Bucket':'shop'}";
        String tasks = task.formatted("a", ENCODED_KEY) + "," + task.formatted("b", "uploads/none.png");

        JsonNode response = invoke("{'invocationSchemaVersion':'2.0','invocationId':'invocation-1','tasks':[%s]}"
                .formatted(tasks)
                .replace('\'', '"'));

        assertThat(response.path("results").findValuesAsText("taskId")).containsExactly("a", "b");
        assertThat(response.path("results").findValuesAsText("resultCode"))
                .containsExactly("Succeeded", "PermanentFailure");
    }

    @Test
    void refusesWhatIsNoInvocationByBatchOperations() {
        assertThatThrownBy(() -> invoke("{\"Records\":[]}")).isInstanceOf(UnknownEventException.class);
    }

    private static String invocation(String schema, String key) {
        String bucket = schema.equals("1.0") ? "'s3BucketArn':'arn:aws:s3:::shop'" : "'s3Bucket':'shop'";
        String job = schema.equals("1.0") ? "{'id':'job-1'}" : "{'id':'job-1','userArguments':{'any':'thing'}}";
        return ("{'invocationSchemaVersion':'%s','invocationId':'invocation-1','job':%s,"
                        + "'tasks':[{'taskId':'task-1','s3Key':'%s','s3VersionId':'1',%s}]}")
                .formatted(schema, job, key, bucket)
                .replace('\'', '"');
    }

    private static JsonNode result(JsonNode response) {
        assertThat(response.path("results")).hasSize(1);
        return response.path("results").path(0);
    }

    private JsonNode invoke(String invocation) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(invocation.getBytes(StandardCharsets.UTF_8)), response, null);
        return json.readTree(response.toByteArray());
    }
}
