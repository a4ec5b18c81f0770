package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.function.TaggerFunction;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sam local invoke is given, handled by the function that it calls. */
class SampleEventsTest {
    private static final Path EVENTS = Path.of("infra/events");
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoId BLAZER = new PhotoId("hangtag-photos", "uploads/navy-blazer.jpg");
    private static final PhotoId SHIRT = new PhotoId("hangtag-photos", "uploads/checked-shirt.png");
    private static final PhotoId HOODIE = new PhotoId("hangtag-photos", "uploads/grey-hoodie.webp");

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final TaggerFunction function = new TaggerFunction(
            json, new PhotoTagger(photos, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC()), 2);

    @BeforeEach
    void put() {
        Stream.of(BLAZER, SHIRT).forEach(photo -> photos.put(photo, TestPictures.png(TestPictures.RED_SHIRT)));
    }

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void tagsAPhotoThatWasPut() throws IOException {
        invoke("put.json");

        assertThat(photos.tags(BLAZER)).containsEntry("class", "red-shirt");
        assertThat(catalog.item(BLAZER)).isPresent();
    }

    @Test
    void tagsAPhotoThatWasUploadedInParts() throws IOException {
        invoke("multipart.json");

        assertThat(catalog.item(SHIRT)).isPresent();
    }

    @Test
    void tagsAPhotoThatEventBridgeTellsOf() throws IOException {
        invoke("eventbridge.json");

        assertThat(catalog.item(BLAZER)).isPresent();
    }

    @Test
    void leavesACopyAlone() throws IOException {
        invoke("copy.json");

        assertThat(catalog.item(BLAZER)).isEmpty();
        assertThat(photos.writes()).isZero();
    }

    @Test
    void recordsARemoval() throws IOException {
        invoke("removal.json");

        assertThat(catalog.item(HOODIE).orElseThrow().state()).isEqualTo(PhotoState.REMOVED);
    }

    @Test
    void toleratesTheTestEvent() throws IOException {
        assertThat(invoke("test-event.json").isNull()).isTrue();
    }

    @Test
    void answersWhichMessageOfABatchWasBad() throws IOException {
        JsonNode response = invoke("sqs-batch.json");

        assertThat(response.path("batchItemFailures").findValuesAsText("itemIdentifier"))
                .containsExactly("00000000-0000-4000-8000-000000000002");
        assertThat(List.of(BLAZER, SHIRT))
                .allSatisfy(photo -> assertThat(catalog.item(photo)).isPresent());
    }

    @Test
    void nameExamplesOfThisProject() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(SampleEventsTest::text).flatMap(SampleEventsTest::keys))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(Path.of("examples", key)).isRegularFile());
        }
    }

    private JsonNode invoke(String event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InputStream input = Files.newInputStream(EVENTS.resolve(event))) {
            function.handleRequest(input, output, null);
        }
        return json.readTree(output.toByteArray());
    }

    private static Stream<String> keys(String text) {
        return Pattern.compile("uploads/([a-z0-9-]+\\.[a-z]+)")
                .matcher(text)
                .results()
                .map(match -> match.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
