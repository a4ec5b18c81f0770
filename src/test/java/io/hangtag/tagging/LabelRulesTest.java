package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRulesTest {
    private static final Instant TAGGED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = TAGGED.plusSeconds(60);
    private static final Naming BLUE_JEANS = new Naming("blue-jeans", "ada", "it is denim");

    private final LabelRules rules = new LabelRules();

    @Test
    void aPersonsWordStandsAndRemembersWhatItCorrected() {
        CatalogItem named = rules.named(item("c1"), BLUE_JEANS, LATER);

        assertThat(named.human())
                .isEqualTo(new HumanLabel("blue-jeans", "ada", LATER, "it is denim", "red-shirt", "c1"));
        assertThat(named.state()).isEqualTo(PhotoState.TAGGED);
        assertThat(named.revision()).isEqualTo(8);
        assertThat(named.history()).isEmpty();
        assertThat(named.decision()).isEqualTo(item("c1").decision());
    }

    @Test
    void aSecondCorrectionMakesTheFirstHistory() {
        CatalogItem first = rules.named(item("c1"), BLUE_JEANS, TAGGED);

        CatalogItem second = rules.named(first, new Naming("green-dress", "bob", null), LATER);

        assertThat(second.history()).containsExactly(first.human());
        assertThat(second.human().previous()).isEqualTo("blue-jeans");
        assertThat(second.revision()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"not-clothing, NOT_CLOTHING", "red-shirt, TAGGED"})
    void whatThePersonSaysPutsThePhoto(String classId, PhotoState state) {
        assertThat(rules.named(item("c1"), new Naming(classId, "ada", null), LATER)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void takingTheOnlyCorrectionBackLetsTheModelsAnswerStand() {
        CatalogItem undone = rules.unnamed(rules.named(item("c1"), BLUE_JEANS, LATER));

        assertThat(undone.human()).isNull();
        assertThat(undone.history()).isEmpty();
        assertThat(undone.state()).isEqualTo(PhotoState.NEEDS_REVIEW);
        assertThat(undone.revision()).isEqualTo(9);
    }

    @Test
    void takingTheLastOfTwoCorrectionsBackLetsTheFirstStand() {
        CatalogItem first = rules.named(item("c1"), BLUE_JEANS, TAGGED);

        CatalogItem undone = rules.unnamed(rules.named(first, new Naming("green-dress", "bob", null), LATER));

        assertThat(undone.human()).isEqualTo(first.human());
        assertThat(undone.history()).isEmpty();
    }

    @Test
    void aCorrectionOfOtherContentDoesNotComeBack() {
        HumanLabel ofOtherContent = new HumanLabel("green-dress", "bob", TAGGED, null, "red-shirt", "c0");
        CatalogItem item = item("c1").withHuman(PhotoState.NEEDS_REVIEW, null, List.of(ofOtherContent));

        CatalogItem undone = rules.unnamed(rules.named(item, BLUE_JEANS, LATER));

        assertThat(undone.human()).isNull();
        assertThat(undone.history()).containsExactly(ofOtherContent);
    }

    @Test
    void thereIsNothingToTakeBackWhereNobodySaidAnything() {
        CatalogItem item = item("c1");

        assertThat(rules.unnamed(item)).isSameAs(item);
    }

    @Test
    void onlyAPhotoThatIsThereAndWasLookedAtCanBeNamed() {
        CatalogItem item = item("c1");

        assertThat(rules.isNameable(item)).isTrue();
        assertThat(rules.isNameable(item.withHuman(PhotoState.REMOVED, null, List.of())))
                .isFalse();
        assertThat(rules.isNameable(item.withContent(null))).isFalse();
    }

    private static CatalogItem item(String contentHash) {
        return new CatalogItem(
                new PhotoId("shop", "uploads/a.jpg"),
                7,
                Sequencer.of("A1"),
                PhotoState.NEEDS_REVIEW,
                new PhotoContent("\"e\"", null, contentHash, 10, 20, 30, "image/jpeg", null),
                new Decision(true, AnswerLevel.GARMENT, "red-shirt", "top", "Shirt", null, null, 0.5, List.of()),
                new ModelVersion("primary-colors", "1.2.0"),
                TAGGED,
                null,
                List.of(),
                null,
                List.of());
    }
}
