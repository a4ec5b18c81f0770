package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.SlowPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While one photo of a batch waits for its store, others are under way; no more than the setting says. */
@Timeout(30)
class BatchOverlapTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final List<PhotoId> PHOTOS =
            IntStream.range(0, 6).mapToObj(i -> new PhotoId("shop", i + ".png")).toList();

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final SlowPhotoStore slow = new SlowPhotoStore(photos);

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @AfterEach
    void stop() {
        slow.close();
    }

    @Test
    void theNextPhotosAreFetchedWhileOneWaits() throws InterruptedException {
        // given a store that gives nothing yet
        CompletableFuture<JsonNode> response = begin(3);

        // then three are asked for, and the fourth waits for its turn
        until(() -> slow.fetching().equals(PHOTOS.subList(0, 3)));

        // when the second one comes
        slow.give(PHOTOS.get(1));

        // then it is tagged though the first is still on its way, and the fourth is asked for
        until(() -> catalog.item(PHOTOS.get(1)).isPresent());
        until(() -> slow.fetching().equals(List.of(PHOTOS.get(0), PHOTOS.get(2), PHOTOS.get(3))));
        assertThat(response).isNotDone();

        // when all come
        slow.giveAll();

        // then all are tagged, and three were the most at any time
        assertThat(response.join().path("batchItemFailures")).isEmpty();
        assertThat(PHOTOS)
                .allSatisfy(photo ->
                        assertThat(catalog.item(photo).orElseThrow().state()).isEqualTo(PhotoState.TAGGED));
        assertThat(slow.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void oneInFlightMeansOneAfterTheOther() {
        slow.giveAll();

        assertThat(begin(1).join().path("batchItemFailures")).isEmpty();

        assertThat(slow.mostAtOnce()).isEqualTo(1);
        assertThat(photos.writes()).isEqualTo(PHOTOS.size());
    }

    private CompletableFuture<JsonNode> begin(int inFlight) {
        PHOTOS.forEach(photo -> photos.put(photo, TestPictures.png(TestPictures.RED_SHIRT)));
        TaggerFunction function = new TaggerFunction(
                json,
                new PhotoTagger(slow, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC()),
                inFlight);
        return CompletableFuture.supplyAsync(() -> {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try {
                function.handleRequest(
                        new ByteArrayInputStream(batch().getBytes(StandardCharsets.UTF_8)), output, null);
                return json.readTree(output.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String batch() {
        ArrayNode records = json.createArrayNode();
        for (PhotoId photo : PHOTOS) {
            records.addObject()
                    .put("messageId", photo.key())
                    .put("eventSource", "aws:sqs")
                    .put("body", notification(photo));
        }
        return json.createObjectNode().set("Records", records).toString();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    private static String notification(PhotoId photo) {
        return """
                {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
                  "bucket": {"name": "%s"}, "object": {"key": "%s", "sequencer": "0055AED6DCD90281E5"}}}]}""".formatted(photo.bucket(), photo.key());
    }
}
