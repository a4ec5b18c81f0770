package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Classifier;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhotoLabellerTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoId PHOTO = new PhotoId("shop", "uploads/a.png");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final HangtagException SLOW_DOWN =
            new HangtagException(ErrorCode.STORE_UNAVAILABLE, "S3 asks to slow down");

    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final PhotoClassifier classifier = TestClassifiers.photoClassifier(CLASSIFIER);
    private final PhotoTagger tagger = new PhotoTagger(photos, catalog, classifier, CLOCK);
    private final PhotoLabeller labeller = new PhotoLabeller(photos, catalog, classifier, CLOCK);

    @BeforeEach
    void tagOnePhoto() {
        photos.put(PHOTO, TestPictures.png(TestPictures.RED_SHIRT));
        handle(PhotoEvent.Kind.CREATED, "A1");
    }

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void commitsTheWordAndWritesItToTheObject() {
        Optional<CatalogItem> named = name(1, "blue-jeans");

        assertThat(named).contains(item());
        assertThat(item().human().classId()).isEqualTo("blue-jeans");
        assertThat(item().revision()).isEqualTo(2);
        assertThat(photos.tags(PHOTO)).containsEntry("class", "blue-jeans").containsEntry("confidence", "1.00");
    }

    @Test
    void changesNothingForAPersonWhoSawAnOlderItem() {
        name(1, "blue-jeans");
        CatalogItem before = item();

        assertThat(name(1, "not-clothing")).isEmpty();

        assertThat(item()).isEqualTo(before);
        assertThat(photos.tags(PHOTO)).containsEntry("class", "blue-jeans");
    }

    @Test
    void losesToAnotherPersonWhoCommitsInBetween() {
        catalog.beforeNextCommit(() -> name(1, "not-clothing"));

        assertThat(name(1, "blue-jeans")).isEmpty();

        assertThat(item().human().classId()).isEqualTo("not-clothing");
        assertThat(photos.tags(PHOTO)).containsEntry("class", "not-clothing");
    }

    @Test
    void keepsTheWordAndSaysSoWhereTheObjectCannotBeWritten() {
        photos.failNext(SLOW_DOWN);

        Optional<CatalogItem> named = name(1, "blue-jeans");

        assertThat(named).contains(item());
        assertThat(item().human().classId()).isEqualTo("blue-jeans");
        assertThat(item().revision()).isEqualTo(2);
        assertThat(item().notes())
                .containsExactly("The tags of the object are not written yet: " + SLOW_DOWN.getMessage());
        assertThat(photos.tags(PHOTO)).containsEntry("class", "red-shirt");
    }

    @Test
    void givesWayToTheTagsOfWhoeverCommitsBetweenItsWriteAndItsCommit() {
        // given another person, whose tags stand before ours are written
        catalog.beforeNextCommit(() -> {});
        photos.beforeNextWrite(() -> assertThat(name(1, "not-clothing")).isPresent());

        assertThat(name(1, "blue-jeans")).isEmpty();

        assertThat(item().human().classId()).isEqualTo("not-clothing");
        assertThat(item().history()).isEmpty();
        assertThat(photos.tags(PHOTO)).containsEntry("class", "not-clothing");
    }

    @Test
    void writesNoTagsToWhatWasOverwrittenMeanwhile() {
        photos.beforeNextWrite(() -> photos.put(PHOTO, TestPictures.png(TestPictures.BLUE_JEANS)));

        assertThat(name(1, "not-clothing")).isPresent();

        assertThat(photos.tags(PHOTO)).isEmpty();
        assertThat(handle(PhotoEvent.Kind.CREATED, "A2")).isEqualTo(Outcome.COMMITTED);
        assertThat(photos.tags(PHOTO)).containsEntry("class", "blue-jeans");
        assertThat(item().human()).isNull();
        assertThat(item().history()).extracting(HumanLabel::classId).containsExactly("not-clothing");
    }

    @Test
    void takesAWordBackFromItemAndObject() {
        name(1, "blue-jeans");

        assertThat(labeller.unname(PHOTO, 2).await().indefinitely()).contains(item());

        assertThat(item().human()).isNull();
        assertThat(photos.tags(PHOTO)).containsEntry("class", "red-shirt");
    }

    @Test
    void takesNothingBackWhereNothingWasSaid() {
        CatalogItem before = item();

        assertThat(labeller.unname(PHOTO, 1).await().indefinitely()).contains(before);

        assertThat(item()).isEqualTo(before);
    }

    @Test
    void knowsNoPhotoThatIsNotInTheCatalogOrWasRemoved() {
        assertThat(refusal(new PhotoId("shop", "uploads/none.png"), 1)).isEqualTo(ErrorCode.NOT_FOUND);

        photos.delete(PHOTO);
        handle(PhotoEvent.Kind.REMOVED, "A2");

        assertThat(refusal(PHOTO, item().revision())).isEqualTo(ErrorCode.NOT_FOUND);
    }

    private ErrorCode refusal(PhotoId photoId, long revision) {
        return catchThrowableOfType(
                        HangtagException.class,
                        () -> labeller.name(photoId, revision, new Naming("blue-jeans", "ada", null))
                                .await()
                                .indefinitely())
                .code();
    }

    private Optional<CatalogItem> name(long revision, String classId) {
        return labeller.name(PHOTO, revision, new Naming(classId, "ada", null))
                .await()
                .indefinitely();
    }

    private Outcome handle(PhotoEvent.Kind kind, String sequencer) {
        return tagger.handle(new PhotoEvent(kind, PHOTO, Sequencer.of(sequencer)))
                .await()
                .indefinitely();
    }

    private CatalogItem item() {
        return catalog.item(PHOTO).orElseThrow();
    }
}
