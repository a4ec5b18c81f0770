package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Classifier;
import io.hangtag.testing.FailingCatalogStore;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.SlowPhotoStore;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PhotoTaggerTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoId PHOTO = new PhotoId("shop", "uploads/a b+ä.png");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] RED = TestPictures.png(TestPictures.RED_SHIRT);
    private static final byte[] BLUE = TestPictures.png(TestPictures.BLUE_JEANS);

    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final PhotoTagger tagger = new PhotoTagger(
            photos, catalog, TestClassifiers.photoClassifier(CLASSIFIER), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void writesTagsAndItem() {
        photos.put(PHOTO, RED);

        Outcome outcome = created("A1");

        assertThat(outcome).isEqualTo(Outcome.COMMITTED);
        assertThat(photos.tags(PHOTO))
                .containsEntry("class", "red-shirt")
                .containsEntry("garment", "Shirt")
                .containsEntry("model", "primary-colors@1.2.0");
        CatalogItem item = item();
        assertThat(item.state()).isEqualTo(PhotoState.TAGGED);
        assertThat(item.revision()).isEqualTo(1);
        assertThat(item.taggedAt()).isEqualTo(NOW);
        assertThat(item.content().width()).isEqualTo(24);
        assertThat(item.content().contentType()).isEqualTo("image/png");
        assertThat(item.content().contentHash()).hasSize(64);
    }

    @Test
    void sendsAPhotoThatIsNotAnsweredAtClassLevelToReview() {
        photos.put(PHOTO, TestPictures.png(TestPictures.SOME_SHIRT));

        created("A1");

        assertThat(item().state()).isEqualTo(PhotoState.NEEDS_REVIEW);
        assertThat(item().decision().level()).isEqualTo(AnswerLevel.GARMENT);
        assertThat(photos.tags(PHOTO)).containsEntry("class", "unidentified").containsEntry("garment", "Shirt");
    }

    @Test
    void saysThatAPhotoShowsNoGarment() {
        photos.put(PHOTO, TestPictures.png(TestPictures.NOT_CLOTHING));

        created("A1");

        assertThat(item().state()).isEqualTo(PhotoState.NOT_CLOTHING);
        assertThat(photos.tags(PHOTO)).containsEntry("class", "not-clothing").doesNotContainKey("group");
    }

    @Test
    void recordsForGoodWhyAPhotoCannotBeRead() {
        photos.put(PHOTO, "<html>no photo</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(created("A1")).isEqualTo(Outcome.FAILED);

        assertThat(item().state()).isEqualTo(PhotoState.FAILED);
        assertThat(item().failure().code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(item().failure().text()).isNotBlank();
        assertThat(photos.tags(PHOTO)).isEmpty();
    }

    @Test
    void recordsForGoodWhatTheStoreRefusesToGive() {
        photos.put(PHOTO, RED);
        photos.failNext(new HangtagException(ErrorCode.TOO_LARGE, "too large"));

        assertThat(created("A1")).isEqualTo(Outcome.FAILED);
        assertThat(item().failure().code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void doesNotTakeWhatWasRefusedForWhatLiesThereByThen() {
        // given a photo that is too large, and overwritten before that is written down
        photos.put(PHOTO, RED);
        photos.failNext(new HangtagException(ErrorCode.TOO_LARGE, "too large"));
        photos.beforeNextWrite(() -> photos.put(PHOTO, BLUE));

        assertThat(created("A1")).isEqualTo(Outcome.COMMITTED);

        assertTellsOf("blue-jeans");
    }

    @Test
    void asksForTheEventAgainWhereTheStoreDidNotAnswer() {
        photos.put(PHOTO, RED);
        photos.failNext(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));

        HangtagException failure = catchThrowableOfType(HangtagException.class, () -> created("A1"));

        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
        assertThat(catalog.item(PHOTO)).isEmpty();
        assertThat(created("A1")).isEqualTo(Outcome.COMMITTED);
    }

    @Test
    void changesNothingWhenAnEventIsRepeated() {
        photos.put(PHOTO, RED);
        created("A1");
        CatalogItem before = item();

        assertThat(created("A1")).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(item()).isEqualTo(before);
        assertThat(photos.writes()).isEqualTo(1);
    }

    @Test
    void tellsOfTheLastContentWhenEventsComeInTheWrongOrder() {
        photos.put(PHOTO, RED);
        photos.put(PHOTO, BLUE);

        assertThat(created("A2")).isEqualTo(Outcome.COMMITTED);
        assertThat(created("A1")).isEqualTo(Outcome.STALE);

        assertTellsOf("blue-jeans");
    }

    @Test
    void aPhotoThatCannotBeReadConcernsNoEventThatIsOver() {
        // given
        photos.put(PHOTO, RED);
        photos.put(PHOTO, BLUE);
        created("A2");

        // when the store no longer gives what is fetched beside the item
        photos.failAlways(PHOTO, new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));

        // then
        assertThat(created("A1")).isEqualTo(Outcome.STALE);
        assertThat(created("A2")).isEqualTo(Outcome.ALREADY_DONE);
        assertTellsOf("blue-jeans");
    }

    @Test
    void readsAPhotoThatAListingFindsOnlyIfItIsToBeClassified() {
        photos.put(PHOTO, RED);

        assertThat(listed()).isEqualTo(Outcome.COMMITTED);
        assertThat(listed()).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(photos.reads()).isEqualTo(1);
    }

    @Test
    void waitsForThePhotoThatIsOnItsWayBeforeItFailsForTheItem() {
        // given a catalog that does not answer, and a bucket that takes its time
        photos.put(PHOTO, RED);
        HangtagException failure = new HangtagException(ErrorCode.STORE_UNAVAILABLE, "no catalog");
        CatalogStore none = new FailingCatalogStore(failure);
        try (SlowPhotoStore slow = new SlowPhotoStore(photos)) {
            PhotoTagger tagger = new PhotoTagger(
                    slow, none, TestClassifiers.photoClassifier(CLASSIFIER), Clock.fixed(NOW, ZoneOffset.UTC));

            // when
            CompletableFuture<Outcome> outcome = tagger.handle(
                            new PhotoEvent(PhotoEvent.Kind.CREATED, PHOTO, Sequencer.of("A1")))
                    .subscribeAsCompletionStage();

            // then it goes on to hold its place, and no more photos than are allowed are in memory
            assertThat(outcome).isNotDone();
            slow.give(PHOTO);
            assertThat(outcome)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCause(failure);
        }
    }

    @Test
    void startsOverWhenThePhotoIsOverwrittenWhileItIsClassified() {
        photos.put(PHOTO, RED);
        photos.beforeNextWrite(() -> photos.put(PHOTO, BLUE));

        assertThat(created("A1")).isEqualTo(Outcome.COMMITTED);

        assertTellsOf("blue-jeans");
    }

    @Test
    void leavesAPhotoThatIsDeletedWhileItIsClassified() {
        photos.put(PHOTO, RED);
        photos.beforeNextWrite(() -> photos.delete(PHOTO));

        assertThat(created("A1")).isEqualTo(Outcome.GONE);

        assertThat(catalog.item(PHOTO)).isEmpty();
    }

    @Test
    void finishesWhatACrashBetweenTagsAndItemLeft() {
        photos.put(PHOTO, RED);
        catalog.beforeNextCommit(() -> {
            throw new IllegalStateException("crash");
        });
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> created("A1")))
                .hasMessage("crash");

        assertThat(created("A1")).isEqualTo(Outcome.COMMITTED);

        assertTellsOf("red-shirt");
        assertThat(photos.writes()).isEqualTo(1);
    }

    @Test
    void mendsTagsThatAnOvertakenDeliveryWroteOverTheNewerOnes() {
        // given a store that tags whatever lies under the key, and a delivery that is overtaken between reading and
        // tagging
        photos.writeUnconditionally();
        photos.put(PHOTO, RED);
        photos.beforeNextWrite(() -> {
            photos.put(PHOTO, BLUE);
            assertThat(created("A2")).isEqualTo(Outcome.COMMITTED);
        });

        // when it writes its tags on the newer content and fails to commit
        assertThat(created("A1")).isEqualTo(Outcome.STALE);

        // then the newer content has its own tags again
        assertTellsOf("blue-jeans");
    }

    @Test
    void mendsWhatALateDeliveryWroteOverAPersonsTags() {
        // given a delivery that is overtaken by another one of the same event, and by a person
        photos.put(PHOTO, RED);
        photos.beforeNextWrite(() -> {
            created("A1");
            HumanLabel human = new HumanLabel(
                    "blue-jeans",
                    "ada",
                    NOW,
                    null,
                    "red-shirt",
                    item().content().contentHash());
            commit(corrected(item(), human));
        });

        // when it writes its own tags and fails to commit
        assertThat(created("A1")).isEqualTo(Outcome.ALREADY_DONE);

        // then the person's stand, and whoever else is between write and commit will notice
        assertThat(photos.tags(PHOTO)).containsEntry("class", "blue-jeans");
        assertThat(item().revision()).isEqualTo(3);
    }

    @Test
    void takesTheAnswerOfAnotherContentFromAPhotoThatFails() {
        // given a delivery that tags whatever lies under the key by then
        photos.writeUnconditionally();
        photos.put(PHOTO, RED);
        photos.beforeNextWrite(() -> photos.put(PHOTO, new byte[] {1, 2, 3}));
        created("A1");

        assertThat(created("A2")).isEqualTo(Outcome.FAILED);

        assertThat(photos.tags(PHOTO)).isEmpty();
    }

    @Test
    void commitsOnceWhenOneEventIsDeliveredTwiceAtATime() {
        photos.put(PHOTO, RED);
        catalog.beforeNextCommit(() -> assertThat(created("A1")).isEqualTo(Outcome.COMMITTED));

        assertThat(created("A1")).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(item().revision()).isEqualTo(1);
        assertThat(photos.writes()).isEqualTo(1);
    }

    @Test
    void leavesATombstoneThatALateCreationCannotLift() {
        photos.put(PHOTO, RED);
        created("A1");
        photos.delete(PHOTO);

        assertThat(removed("A2")).isEqualTo(Outcome.REMOVED);
        assertThat(created("A1")).isEqualTo(Outcome.STALE);

        assertThat(item().state()).isEqualTo(PhotoState.REMOVED);
        assertThat(item().content()).isNull();
    }

    @Test
    void recordsARemovalThatComesBeforeItsCreation() {
        assertThat(removed("A2")).isEqualTo(Outcome.REMOVED);
        assertThat(created("A1")).isEqualTo(Outcome.STALE);
        assertThat(removed("A2")).isEqualTo(Outcome.ALREADY_DONE);
    }

    @Test
    void keepsAPhotoWhoseOlderVersionWasDeleted() {
        photos.put(PHOTO, RED);
        created("A1");

        assertThat(removed("A2")).isEqualTo(Outcome.STILL_THERE);

        assertTellsOf("red-shirt");
    }

    @Test
    void takesAPhotoUploadedAgainAfterItsRemoval() {
        photos.put(PHOTO, RED);
        created("A1");
        photos.delete(PHOTO);
        removed("A2");
        photos.put(PHOTO, BLUE);

        assertThat(created("A3")).isEqualTo(Outcome.COMMITTED);

        assertTellsOf("blue-jeans");
    }

    @Test
    void writesThePersonsClassWhenCorrectedContentIsTaggedAgain() {
        // given a correction of the content that lies there
        photos.put(PHOTO, RED);
        created("A1");
        CatalogItem item = item();
        HumanLabel human = new HumanLabel(
                "green-shirt",
                "ada",
                NOW,
                "colour-blind",
                "red-shirt",
                item.content().contentHash());
        commit(corrected(item, human));

        // when the same content comes once more
        created("A2");

        // then
        assertThat(photos.tags(PHOTO)).containsEntry("class", "green-shirt").containsEntry("confidence", "1.00");
        assertThat(item().human()).isEqualTo(human);
        assertThat(item().decision().classId()).isEqualTo("red-shirt");
    }

    @Test
    void givesUpOnAKeyUnderConstantChangeSoThatTheQueueTriesLater() {
        photos.put(PHOTO, RED);
        for (int i = 0; i < 10; i++) {
            byte[] other = TestPictures.png(TestPictures.RED_SHIRT, 30 + i);
            photos.beforeNextWrite(() -> photos.put(PHOTO, other));
        }

        HangtagException failure = catchThrowableOfType(HangtagException.class, () -> created("A1"));

        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
        assertThat(failure).hasMessageContaining(PHOTO.toString());
    }

    private Outcome created(String sequencer) {
        return handle(PhotoEvent.Kind.CREATED, sequencer);
    }

    private Outcome removed(String sequencer) {
        return handle(PhotoEvent.Kind.REMOVED, sequencer);
    }

    private Outcome listed() {
        ObjectVersion lies = photos.versions().get(0);
        return handle(PhotoEvent.ofListing(new FoundPhoto(PHOTO, lies.etag(), lies.lastModified())));
    }

    private Outcome handle(PhotoEvent.Kind kind, String sequencer) {
        return handle(new PhotoEvent(kind, PHOTO, Sequencer.of(sequencer)));
    }

    private Outcome handle(PhotoEvent event) {
        return tagger.handle(event).await().indefinitely();
    }

    private CatalogItem item() {
        return catalog.item(PHOTO).orElseThrow();
    }

    private void commit(CatalogItem item) {
        assertThat(catalog.commit(item).await().indefinitely()).isTrue();
    }

    private static CatalogItem corrected(CatalogItem item, HumanLabel human) {
        return new CatalogItem(
                item.photoId(),
                item.revision() + 1,
                item.sequencer(),
                PhotoState.TAGGED,
                item.content(),
                item.decision(),
                item.model(),
                item.taggedAt(),
                null,
                item.notes(),
                human,
                item.history());
    }

    private void assertTellsOf(String classId) {
        assertThat(item().decision().classId()).isEqualTo(classId);
        assertThat(photos.tags(PHOTO))
                .isEqualTo(Map.copyOf(TagSet.of(
                                item().decision(),
                                item().model(),
                                item().content().contentHash())
                        .fields()));
    }
}
