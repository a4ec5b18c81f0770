package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.Taxonomy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TagSetTest {
    private static final ModelVersion MODEL = new ModelVersion("clothing-73", "0.1.0");

    @Test
    void namesWhatWasAnsweredMostImportantFirst() {
        Decision decision =
                new Decision(true, AnswerLevel.CLASS, "saree", "dress", "Saree", "women", null, 0.987, List.of());

        assertThat(TagSet.of(decision, MODEL, "c0ffee").fields())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsExactly(
                        Map.entry("class", "saree"),
                        Map.entry("group", "dress"),
                        Map.entry("garment", "Saree"),
                        Map.entry("audience", "women"),
                        Map.entry("confidence", "0.99"),
                        Map.entry("model", "clothing-73@0.1.0"));
    }

    @Test
    void leavesOutTheFacetsThatWereNotAnswered() {
        Decision decision =
                new Decision(true, AnswerLevel.GROUP, Decision.UNIDENTIFIED, "top", null, null, null, 0.7, List.of());

        assertThat(TagSet.of(decision, MODEL, "c0ffee").fields())
                .containsOnlyKeys("class", "group", "confidence", "model");
    }

    @Test
    void writesTheConfidenceWithAPointInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Decision decision =
                    new Decision(true, AnswerLevel.NONE, "unidentified", null, null, null, null, 0.5, List.of());

            assertThat(TagSet.of(decision, MODEL, "c0ffee").fields()).containsEntry("confidence", "0.50");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysThePersonsClassWithItsFacetsAtFullConfidence() {
        GarmentClass jeans = new GarmentClass("jeans", "bottom", "Jeans", "men", null, 0.8);
        Taxonomy taxonomy = new Taxonomy(List.of(jeans), Map.of("Jeans", 0.8), Map.of("bottom", 0.8), 0.5);
        HumanLabel human = new HumanLabel("jeans", "ada", Instant.EPOCH, null, "saree", "c0ffee");

        assertThat(TagSet.ofHuman(human, taxonomy, MODEL, "c0ffee").fields())
                .containsEntry("class", "jeans")
                .containsEntry("garment", "Jeans")
                .containsEntry("confidence", "1.00");
    }
}
