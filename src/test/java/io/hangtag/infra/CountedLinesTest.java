package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.model.Classifier;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metric filters of the template on what the tagger really says. */
class CountedLinesTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoId PHOTO = new PhotoId("hangtag-photos", "uploads/a.png");

    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final PhotoTagger tagger = new PhotoTagger(
            photos, new InMemoryCatalogStore(), TestClassifiers.photoClassifier(CLASSIFIER), Clock.systemUTC());
    private final Logger logger = Logger.getLogger(PhotoTagger.class.getName());
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void forget() {
        logger.removeHandler(lines);
    }

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void countATaggedPhotoOnce() throws IOException {
        photos.put(PHOTO, TestPictures.png(TestPictures.RED_SHIRT));

        tag();

        assertThat(counted("TaggedPhotos")).isEqualTo(1);
        assertThat(counted("ReviewPhotos")).isZero();
        assertThat(counted("FailedPhotos")).isZero();
    }

    @Test
    void countAPhotoThatCannotBeReadAsFailed() throws IOException {
        photos.put(PHOTO, "no photo".getBytes(StandardCharsets.UTF_8));

        tag();

        assertThat(counted("FailedPhotos")).isEqualTo(1);
        assertThat(counted("TaggedPhotos")).isZero();
    }

    @Test
    void countARepeatedEventNotAgain() throws IOException {
        photos.put(PHOTO, TestPictures.png(TestPictures.RED_SHIRT));

        tag();
        tag();

        assertThat(counted("TaggedPhotos")).isEqualTo(1);
    }

    private void tag() {
        tagger.handle(new PhotoEvent(PhotoEvent.Kind.CREATED, PHOTO, Sequencer.of("A1")))
                .await()
                .indefinitely();
    }

    /** A pattern in quotes matches lines that contain it ("Filter pattern syntax", Amazon CloudWatch Logs User Guide). */
    private long counted(String filter) throws IOException {
        String phrase = Template.read()
                .properties(filter)
                .path("FilterPattern")
                .asText()
                .replace("\"", "");
        return lines.said.stream().filter(line -> line.contains(phrase)).count();
    }

    private static final class Lines extends Handler {
        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage().formatted(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
