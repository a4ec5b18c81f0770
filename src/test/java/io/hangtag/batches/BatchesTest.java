package io.hangtag.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.error.ErrorCode;
import io.hangtag.function.TaggerFunction;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Batches of photos and poison through the event function: every photo is tagged, and the answer names the messages that have
 * to come again, each once, and no other. Where one of those has no id, the function fails once all are handled.
 */
@Tag("batches")
class BatchesTest {
    private static final long SEED = 20261125;
    private static final int LARGEST_BATCH = 10;
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final byte[] SHIRT = TestPictures.png(TestPictures.RED_SHIRT);

    private final ObjectMapper json = new ObjectMapper();
    private final Logger log = Logger.getLogger("io.hangtag");
    private final Level level = log.getLevel();
    private final Map<Poison, Integer> poison = new TreeMap<>();
    private int batches;
    private int records;
    private int tagged;
    private int failuresNamed;
    private int wholly;

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @BeforeEach
    void beQuiet() {
        // A line a message of thousands.
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        log.setLevel(level);
    }

    @Test
    void aPoisonedMessageCostsItsNeighboursNothing() {
        // every poison at every position among photos
        for (Poison bad : Poison.values()) {
            for (int position = 0; position < LARGEST_BATCH; position++) {
                List<Poison> one = new ArrayList<>(Collections.nCopies(LARGEST_BATCH, null));
                one.set(position, bad);
                check(GeneratedBatch.of(json, new Random(SEED + position), "photo", one), bad + " at " + position);
            }
        }

        // any of them together
        int drawn = SuiteSize.current().of(1_000, 50_000);
        for (int i = 0; i < drawn; i++) {
            check(GeneratedBatch.drawn(json, new Random(SEED + i)), "seed " + (SEED + i));
        }

        new SuiteCounts("batches")
                .with("batches", batches)
                .with("records", records)
                .with("photos", tagged)
                .with(
                        "poison",
                        poison.values().stream().mapToInt(Integer::intValue).sum())
                .with("failuresNamed", failuresNamed)
                .with("failedWholly", wholly)
                .with("losses", 0)
                .close();
    }

    private void check(GeneratedBatch batch, String name) {
        // given
        InMemoryPhotoStore photos = new InMemoryPhotoStore();
        InMemoryCatalogStore catalog = new InMemoryCatalogStore();
        batch.photos().forEach(key -> photos.put(new PhotoId(Notifications.BUCKET, key), SHIRT));
        PhotoId noPhoto = new PhotoId(Notifications.BUCKET, GeneratedBatch.NO_PHOTO_KEY);
        photos.put(noPhoto, "no photo".getBytes(StandardCharsets.UTF_8));
        TaggerFunction function = new TaggerFunction(
                json,
                new PhotoTagger(photos, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC()),
                4);

        // when
        List<String> named = new ArrayList<>();
        Throwable failure = catchThrowable(() -> named.addAll(invoke(function, batch.event())));

        // then
        if (batch.wholly()) {
            // Records of which none says that it comes from a queue are no batch, and fail as a whole too.
            assertThat(failure)
                    .as(name)
                    .extracting(thrown -> thrown.getClass().getSimpleName())
                    .isEqualTo("UnknownEventException");
        } else {
            assertThat(failure).as(name).isNull();
            assertThat(named).as(name).containsExactlyInAnyOrderElementsOf(batch.failures());
        }
        for (String key : batch.photos()) {
            PhotoId photo = new PhotoId(Notifications.BUCKET, key);
            assertThat(photos.tags(photo)).as(name + ": " + key).containsEntry("class", "red-shirt");
            assertThat(catalog.item(photo).map(CatalogItem::revision))
                    .as(name + ": " + key)
                    .contains(1L);
        }
        if (batch.poison().contains(Poison.NO_PHOTO)) {
            assertThat(catalog.item(noPhoto).orElseThrow().failure().code())
                    .as(name)
                    .isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        }
        count(batch, named.size());
    }

    private void count(GeneratedBatch batch, int named) {
        batches++;
        records += batch.photos().size() + batch.poison().size();
        tagged += batch.photos().size();
        batch.poison().forEach(bad -> poison.merge(bad, 1, Integer::sum));
        failuresNamed += named;
        wholly += batch.wholly() ? 1 : 0;
    }

    private List<String> invoke(TaggerFunction function, String event) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
        JsonNode failures = json.readTree(response.toByteArray()).path("batchItemFailures");
        return failures.findValuesAsText("itemIdentifier");
    }
}
