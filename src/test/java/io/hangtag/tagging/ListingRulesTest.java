package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.error.ErrorCode;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.ItemRules.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which photos of a bucket are missing in the catalog. */
class ListingRulesTest {
    private static final PhotoId PHOTO = new PhotoId("shop", "a.jpg");
    private static final ModelVersion MODEL = new ModelVersion("clothing-73", "0.2.0");
    private static final ModelVersion OLDER = new ModelVersion("clothing-73", "0.1.0");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final FoundPhoto FOUND = new FoundPhoto(PHOTO, "\"e1\"", NOON.minusSeconds(60));

    private final ItemRules rules = new ItemRules();

    @Test
    void aPhotoWithoutItemIsMissing() {
        assertThat(rules.isMissing(Optional.empty(), FOUND)).isTrue();
        assertThat(rules.ofListing(Optional.empty(), FOUND, MODEL)).isEqualTo(Standing.PROCEED);
    }

    @ParameterizedTest
    @EnumSource(
            value = PhotoState.class,
            names = {"TAGGED", "NEEDS_REVIEW", "NOT_CLOTHING", "FAILED"})
    void aPhotoThatWasProcessedIsNotWhateverCameOfIt(PhotoState state) {
        Optional<CatalogItem> stored = Optional.of(item(state, MODEL, "\"e1\""));

        assertThat(rules.isMissing(stored, FOUND)).isFalse();
        assertThat(rules.ofListing(stored, FOUND, MODEL)).isEqualTo(Standing.ALREADY_DONE);
    }

    @Test
    void aPhotoThatAnotherModelAnsweredIsNotMissingButToBeHandled() {
        Optional<CatalogItem> stored = Optional.of(item(PhotoState.TAGGED, OLDER, "\"e1\""));

        assertThat(rules.isMissing(stored, FOUND)).isFalse();
        assertThat(rules.ofListing(stored, FOUND, MODEL)).isEqualTo(Standing.PROCEED);
    }

    @Test
    void aPhotoWhoseItemTellsOfOtherContentIsMissing() {
        Optional<CatalogItem> stored = Optional.of(item(PhotoState.TAGGED, MODEL, "\"e0\""));

        assertThat(rules.isMissing(stored, FOUND)).isTrue();
        assertThat(rules.ofListing(stored, FOUND, MODEL)).isEqualTo(Standing.PROCEED);
    }

    @Test
    void aPhotoWhoseItemSaysThatItIsGoneIsMissing() {
        Optional<CatalogItem> stored = Optional.of(item(PhotoState.REMOVED, null, null));

        assertThat(rules.isMissing(stored, FOUND)).isTrue();
        assertThat(rules.ofListing(stored, FOUND, MODEL)).isEqualTo(Standing.PROCEED);
    }

    @Test
    void aPhotoThatWasRefusedUnreadIsMissingOnceItWasWrittenAnew() {
        // given an item without an entity tag: the photo was too large to read
        Optional<CatalogItem> stored = Optional.of(item(PhotoState.FAILED, MODEL, null));

        assertThat(rules.isMissing(stored, FOUND)).isFalse();
        assertThat(rules.isMissing(stored, new FoundPhoto(PHOTO, "\"e2\"", NOON.plusSeconds(1))))
                .isTrue();
    }

    private static CatalogItem item(PhotoState state, ModelVersion model, String etag) {
        boolean answered = state != PhotoState.FAILED && state != PhotoState.REMOVED;
        return new CatalogItem(
                PHOTO,
                1,
                Sequencer.of("1"),
                state,
                etag == null ? null : new PhotoContent(etag, null, "c0ffee", 7, 1, 1, "image/png", null),
                answered
                        ? new Decision(true, AnswerLevel.CLASS, "saree", "top", "Saree", null, null, 0.9, List.of())
                        : null,
                model,
                NOON,
                state == PhotoState.FAILED ? new CatalogItem.Failure(ErrorCode.TOO_LARGE, "too large") : null,
                List.of(),
                null,
                List.of());
    }
}
