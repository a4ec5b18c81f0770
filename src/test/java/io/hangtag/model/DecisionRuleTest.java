package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
    private static final Taxonomy TAXONOMY = new Taxonomy(
            List.of(
                    new GarmentClass("mens-shirt", "top", "Shirt", "men", "solid", 0.6),
                    new GarmentClass("womens-shirt", "top", "Shirt", "women", null, 0.6),
                    new GarmentClass("hoodie", "top", "Hoodie", "adult", null, 0.6),
                    new GarmentClass("jeans", "bottom", "Jeans", "men", null, 0.9),
                    new GarmentClass("saree", "dress", "Saree", "women", null, 0.0),
                    new GarmentClass("jumpsuit", "dress", "Jumpsuit", "any", null, 1.0)),
            Map.of("Shirt", 0.7, "Hoodie", 0.7, "Jeans", 0.95, "Saree", 0.7, "Jumpsuit", 1.0),
            Map.of("top", 0.8, "bottom", 0.95, "dress", 0.8),
            0.5);

    private final DecisionRule rule = new DecisionRule(TAXONOMY);

    @Test
    void answersTheClassThatReachesItsThreshold() {
        Decision decision = decide(0.6, 0.2, 0.1, 0.05, 0.05, 0);

        assertThat(decision.level()).isEqualTo(AnswerLevel.CLASS);
        assertThat(decision.classId()).isEqualTo("mens-shirt");
        assertThat(decision.group()).isEqualTo("top");
        assertThat(decision.garment()).isEqualTo("Shirt");
        assertThat(decision.audience()).isEqualTo("men");
        assertThat(decision.pattern()).isEqualTo("solid");
        assertThat(decision.confidence()).isEqualTo(0.6);
    }

    @Test
    void backsOffToTheGarmentWhoseClassesSumUp() {
        Decision decision = decide(0.45, 0.45, 0.1, 0, 0, 0);

        assertThat(decision.level()).isEqualTo(AnswerLevel.GARMENT);
        assertThat(decision.garment()).isEqualTo("Shirt");
        assertThat(decision.group()).isEqualTo("top");
        assertThat(decision.classId()).isEqualTo(Decision.UNIDENTIFIED);
        assertThat(decision.audience()).isNull();
        assertThat(decision.pattern()).isNull();
        assertThat(decision.confidence()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void backsOffToTheGroupWhereNoGarmentIsSure() {
        Decision decision = decide(0.3, 0.15, 0.45, 0.1, 0, 0);

        assertThat(decision.level()).isEqualTo(AnswerLevel.GROUP);
        assertThat(decision.group()).isEqualTo("top");
        assertThat(decision.garment()).isNull();
        assertThat(decision.confidence()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void staysUnidentifiedWhereNotEvenAGroupIsSure() {
        Decision decision = decide(0.2, 0.1, 0.1, 0.5, 0.1, 0);

        assertThat(decision.level()).isEqualTo(AnswerLevel.NONE);
        assertThat(decision.classId()).isEqualTo(Decision.UNIDENTIFIED);
        assertThat(decision.group()).isNull();
        assertThat(decision.confidence()).isEqualTo(0.5);
        assertThat(decision.clothing()).isTrue();
    }

    @Test
    void callsAPhotoNotClothingBeforeAnythingElse() {
        Prediction prediction = new Prediction(new double[] {0.99, 0.01, 0, 0, 0, 0}, OptionalDouble.of(0.4));

        Decision decision = rule.decide(prediction);

        assertThat(decision.clothing()).isFalse();
        assertThat(decision.level()).isEqualTo(AnswerLevel.NONE);
        assertThat(decision.classId()).isEqualTo(Decision.NOT_CLOTHING);
        assertThat(decision.confidence()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void believesInClothingAtTheThresholdItself() {
        Prediction prediction = new Prediction(new double[] {0.99, 0.01, 0, 0, 0, 0}, OptionalDouble.of(0.5));

        assertThat(rule.decide(prediction).clothing()).isTrue();
    }

    @Test
    void ranksTheFiveMostProbableClasses() {
        Decision decision = decide(0.05, 0.3, 0.1, 0.2, 0.15, 0.2);

        assertThat(decision.top())
                .extracting(RankedClass::classId)
                .hasSize(5)
                .startsWith("womens-shirt")
                .doesNotContain("mens-shirt");
        assertThat(decision.top()).extracting(RankedClass::probability).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void neverReportsAConfidenceAboveOne() {
        Decision decision = decide(0.1 + 0.2, 0.7000000000000001, 0, 0, 0, 0);

        assertThat(decision.confidence()).isLessThanOrEqualTo(1.0);
    }

    private Decision decide(double... probabilities) {
        return rule.decide(new Prediction(probabilities, OptionalDouble.empty()));
    }
}
