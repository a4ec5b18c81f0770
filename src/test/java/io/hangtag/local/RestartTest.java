package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.IndexedCatalogReader;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.InMemoryCatalogSource;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestTaxonomies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;

/** What {@code up} does at a start on data of an earlier run. */
class RestartTest {
    private static final ModelVersion OLD = ModelVersion.parse("clothing-73@1.0.0");
    private static final ModelVersion MODEL = ModelVersion.parse("clothing-73@1.1.0");
    private static final ModelVersion NEW = ModelVersion.parse("clothing-73@1.2.0");
    private static final String BUCKET = "hangtag-photos";

    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    @TempDir
    Path folder;

    private static final Taxonomy TAXONOMY = TestTaxonomies.clothing();

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final InMemoryCatalogSource catalog = new InMemoryCatalogSource(new ShownAnswers(TAXONOMY));
    private final CatalogReader reader =
            new IndexedCatalogReader(BUCKET, catalog, TAXONOMY, Clock.systemUTC(), executor);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    @AfterEach
    void emptyBucket() {
        for (S3Object object : AWS.clients()
                .s3()
                .listObjectsV2(request -> request.bucket(BUCKET))
                .contents()) {
            AWS.clients().s3().deleteObject(request -> request.bucket(BUCKET).key(object.key()));
        }
    }

    @Test
    void photosWithoutAnAnswerOfThisModelAndContentAreMissing() {
        // given
        put("uploads/answered.png", "content");
        put("uploads/by-a-newer-release.png", "content");
        put("uploads/lost.png", "content");
        put("uploads/by-an-older-release.png", "content");
        put("uploads/overwritten.png", "content");
        put("uploads/brought-back.png", "content");
        put("elsewhere/lost.png", "content");
        commit("uploads/answered.png", MODEL, PhotoState.TAGGED, etag("uploads/answered.png"));
        commit("uploads/by-a-newer-release.png", NEW, PhotoState.TAGGED, etag("uploads/answered.png"));
        commit("uploads/by-an-older-release.png", OLD, PhotoState.TAGGED, etag("uploads/answered.png"));
        commit("uploads/overwritten.png", MODEL, PhotoState.TAGGED, "another");
        commit("uploads/brought-back.png", null, PhotoState.REMOVED, null);
        // when
        List<PhotoId> missing = new MissingPhotos(AWS.clients().s3(), reader, MODEL).in(BUCKET, "uploads/");
        // then
        assertThat(missing)
                .extracting(PhotoId::key)
                .containsExactlyInAnyOrder(
                        "uploads/lost.png",
                        "uploads/by-an-older-release.png",
                        "uploads/overwritten.png",
                        "uploads/brought-back.png");
    }

    @Test
    void missingPhotosAreQueuedBetweenTheEventsOfEarlierRunsAndOfThis() throws IOException {
        // given the event of this run
        put("uploads/now.png", "content");
        String now = body("uploads/now.png")
                .path("s3")
                .path("object")
                .path("sequencer")
                .asText();
        Instant start = AWS.aws().startedAt();
        // when
        new Requeue(AWS.clients().sqs(), AWS.queue().url(), new PhotoNotification(new ObjectMapper()), start)
                .put(List.of(new PhotoId(BUCKET, "uploads/ä +.png")));
        // then
        JsonNode event = body("uploads/%C3%A4+%2B.png");
        assertThat(event.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        Sequencer queued =
                Sequencer.of(event.path("s3").path("object").path("sequencer").asText());
        assertThat(queued).isLessThan(Sequencer.of(now));
        String secondBefore = Long.toHexString(start.minusSeconds(1).toEpochMilli() * 1000);
        assertThat(queued).isGreaterThan(Sequencer.of(secondBefore));
    }

    @Test
    void uploadsOnlyWhatIsNotThereYet() throws IOException {
        // given
        Files.createDirectories(folder.resolve("shirts"));
        Files.writeString(folder.resolve("same.png"), "content");
        Files.writeString(folder.resolve("changed.png"), "new content");
        Files.writeString(folder.resolve("shirts/new.JPG"), "content");
        Files.writeString(folder.resolve("README.md"), "no photo");
        put("uploads/same.png", "content");
        put("uploads/changed.png", "content");
        // when
        List<PhotoId> put = new PhotoUploads(AWS.clients().s3(), BUCKET, "uploads/").of(folder);
        // then
        assertThat(put).extracting(PhotoId::key).containsExactly("uploads/changed.png", "uploads/shirts/new.JPG");
        assertThat(AWS.clients()
                        .s3()
                        .headObject(request -> request.bucket(BUCKET).key("uploads/shirts/new.JPG"))
                        .contentType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void waitingEndsWithTheLastAnswerOrWithoutAny() throws InterruptedException {
        // given
        Outstanding outstanding = new Outstanding();
        PhotoId early = new PhotoId(BUCKET, "uploads/early.png");
        PhotoId late = new PhotoId(BUCKET, "uploads/late.png");
        // when one answer overtakes the upload that it answers
        outstanding.answered(early);
        outstanding.add(List.of(early, late));
        // then
        assertThat(outstanding.await(Duration.ofMillis(200))).isEqualTo(1);
        outstanding.answered(late);
        assertThat(outstanding.await(Duration.ofMinutes(10))).isZero();
    }

    private void put(String key, String content) {
        AWS.clients().s3().putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    /** In quotes, as S3 gives it. */
    private String etag(String key) {
        return AWS.clients()
                .s3()
                .headObject(request -> request.bucket(BUCKET).key(key))
                .eTag();
    }

    private void commit(String key, ModelVersion model, PhotoState state, String etag) {
        PhotoContent content =
                etag == null ? null : new PhotoContent(etag, null, "0".repeat(64), 7, 1, 1, "image/png", null);
        Decision decision = etag == null
                ? null
                : new Decision(true, AnswerLevel.CLASS, "mens-shirt", "top", "Shirt", "men", null, 0.9, List.of());
        CatalogItem item = new CatalogItem(
                new PhotoId(BUCKET, key),
                1,
                Sequencer.of("1"),
                state,
                content,
                decision,
                model,
                Instant.EPOCH,
                null,
                List.of(),
                null,
                List.of());
        catalog.commit(item, Instant.EPOCH);
    }

    /** The first event of an object whose encoded key is that; all messages before are taken out of the queue. */
    private JsonNode body(String encodedKey) throws IOException {
        for (int attempt = 0; attempt < 60; attempt++) {
            for (Message message : AWS.clients()
                    .sqs()
                    .receiveMessage(
                            request -> request.queueUrl(AWS.queue().url()).waitTimeSeconds(1))
                    .messages()) {
                AWS.clients()
                        .sqs()
                        .deleteMessage(
                                request -> request.queueUrl(AWS.queue().url()).receiptHandle(message.receiptHandle()));
                for (JsonNode event :
                        new ObjectMapper().readTree(message.body()).path("Records")) {
                    if (event.path("s3").path("object").path("key").asText().equals(encodedKey)) {
                        return event;
                    }
                }
            }
        }
        throw new AssertionError("No event of " + encodedKey);
    }
}
