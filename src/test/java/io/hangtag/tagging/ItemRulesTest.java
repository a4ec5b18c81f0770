package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.ItemRules.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemRulesTest {
    private static final Instant UPLOADED = Instant.parse("2026-11-20T08:00:00Z");
    private static final PhotoId PHOTO = new PhotoId("shop", "a.jpg");
    private static final ModelVersion OLD = new ModelVersion("clothing-73", "0.9.0");
    private static final ModelVersion NEW = new ModelVersion("clothing-73", "0.10.0");
    private static final HumanLabel HUMAN =
            new HumanLabel("saree", "ada", Instant.EPOCH, null, "mens-shirt-solid", "content-1");

    private final ItemRules rules = new ItemRules();

    @Test
    void handlesThePhotoThatIsNew() {
        assertThat(rules.ofCreation(Optional.empty(), Sequencer.of("1"), NEW)).isEqualTo(Standing.PROCEED);
        assertThat(rules.ofRemoval(Optional.empty(), Sequencer.of("1"))).isEqualTo(Standing.PROCEED);
    }

    @Test
    void handlesANewerEventAndNotAnOlderOne() {
        Optional<CatalogItem> stored = Optional.of(tagged("A5", NEW, "content-1", null));

        assertThat(rules.ofCreation(stored, Sequencer.of("A6"), NEW)).isEqualTo(Standing.PROCEED);
        assertThat(rules.ofCreation(stored, Sequencer.of("A4"), NEW)).isEqualTo(Standing.STALE);
        assertThat(rules.ofRemoval(stored, Sequencer.of("A6"))).isEqualTo(Standing.PROCEED);
        assertThat(rules.ofRemoval(stored, Sequencer.of("A4"))).isEqualTo(Standing.STALE);
    }

    @Test
    void takesARepeatedEventForDoneByTheSameOrANewerModelOnly() {
        Sequencer same = Sequencer.of("A5");

        assertThat(rules.ofCreation(Optional.of(tagged("A5", NEW, "c", null)), same, NEW))
                .isEqualTo(Standing.ALREADY_DONE);
        assertThat(rules.ofCreation(Optional.of(tagged("A5", NEW, "c", null)), same, OLD))
                .isEqualTo(Standing.ALREADY_DONE);
        assertThat(rules.ofCreation(Optional.of(tagged("A5", OLD, "c", null)), same, NEW))
                .isEqualTo(Standing.PROCEED);
        assertThat(rules.ofCreation(
                        Optional.of(tagged("A5", OLD, "c", null)), same, new ModelVersion("fashion-mnist-10", "0.1.0")))
                .isEqualTo(Standing.PROCEED);
    }

    @Test
    void doesNotBringBackWhatWasRemovedLater() {
        Optional<CatalogItem> tombstone = Optional.of(tombstone("A6"));

        assertThat(rules.ofCreation(tombstone, Sequencer.of("A5"), NEW)).isEqualTo(Standing.STALE);
        assertThat(rules.ofCreation(tombstone, Sequencer.of("A7"), NEW)).isEqualTo(Standing.PROCEED);
        assertThat(rules.ofRemoval(tombstone, Sequencer.of("A6"))).isEqualTo(Standing.ALREADY_DONE);
    }

    @Test
    void letsAListingFindWhatThisModelHasNotAnswered() {
        assertThat(rules.ofCreation(Optional.of(tagged("A5", NEW, "c", null)), Sequencer.NONE, NEW))
                .isEqualTo(Standing.ALREADY_DONE);
        assertThat(rules.ofCreation(Optional.of(tagged("A5", OLD, "c", null)), Sequencer.NONE, NEW))
                .isEqualTo(Standing.PROCEED);
        assertThat(rules.ofCreation(Optional.of(tombstone("A5")), Sequencer.NONE, NEW))
                .isEqualTo(Standing.PROCEED);
    }

    @Test
    void keepsACorrectionWhenTheSameContentIsTaggedAgain() {
        CatalogItem stored = tagged("A5", OLD, "content-1", HUMAN);

        CatalogItem next = rules.following(Optional.of(stored), tagged("A5", NEW, "content-1", null));

        assertThat(next.human()).isEqualTo(HUMAN);
        assertThat(next.model()).isEqualTo(NEW);
        assertThat(next.revision()).isEqualTo(stored.revision() + 1);
        assertThat(next.history()).isEmpty();
    }

    @Test
    void keepsACorrectionAsHistoryWhenTheContentIsNew() {
        CatalogItem stored = tagged("A5", NEW, "content-1", HUMAN);

        CatalogItem next = rules.following(Optional.of(stored), tagged("A6", NEW, "content-2", null));

        assertThat(next.human()).isNull();
        assertThat(next.history()).containsExactly(HUMAN);
    }

    @Test
    void keepsTheKnownSequencerWhereTheNewItemHasNone() {
        CatalogItem fresh = item(Sequencer.NONE, PhotoState.TAGGED, NEW, "c", null);

        CatalogItem next = rules.following(Optional.of(tagged("A5", OLD, "c", null)), fresh);

        assertThat(next.sequencer()).isEqualTo(Sequencer.of("A5"));
    }

    @Test
    void keepsTheDateOfAnUploadWhenTheSameContentIsTaggedAgain() {
        Instant copied = UPLOADED.plusSeconds(2);

        CatalogItem next = rules.following(Optional.of(uploadedAt("c", UPLOADED)), uploadedAt("c", copied));

        assertThat(next.content().uploadedAt()).isEqualTo(UPLOADED);
    }

    @Test
    void takesTheDateOfNewContentOrWhereNoneIsKnown() {
        Instant later = UPLOADED.plusSeconds(2);

        assertThat(rules.following(Optional.of(uploadedAt("c", UPLOADED)), uploadedAt("d", later))
                        .content()
                        .uploadedAt())
                .isEqualTo(later);
        assertThat(rules.following(Optional.of(uploadedAt("c", null)), uploadedAt("c", later))
                        .content()
                        .uploadedAt())
                .isEqualTo(later);
        assertThat(rules.following(Optional.of(tombstone("A5")), uploadedAt("c", later))
                        .content()
                        .uploadedAt())
                .isEqualTo(later);
    }

    private static CatalogItem uploadedAt(String contentHash, Instant uploadedAt) {
        CatalogItem item = tagged("A6", NEW, contentHash, null);
        return item.withContent(item.content().uploadedAt(uploadedAt));
    }

    private static CatalogItem tagged(String sequencer, ModelVersion model, String content, HumanLabel human) {
        return item(Sequencer.of(sequencer), PhotoState.TAGGED, model, content, human);
    }

    private static CatalogItem tombstone(String sequencer) {
        return item(Sequencer.of(sequencer), PhotoState.REMOVED, null, null, null);
    }

    private static CatalogItem item(
            Sequencer sequencer, PhotoState state, ModelVersion model, String contentHash, HumanLabel human) {
        PhotoContent content =
                contentHash == null ? null : new PhotoContent("etag", null, contentHash, 10, 1, 1, "image/png", null);
        return new CatalogItem(
                PHOTO, 7, sequencer, state, content, null, model, Instant.EPOCH, null, List.of(), human, List.of());
    }
}
