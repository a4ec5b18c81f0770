package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.tagging.TagSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataMergeTest {
    private static final TagSet OURS = new TagSet(Map.of("class", "mens-jeans", "garment", "Jeans"), "c0ffee");

    private final MetadataMerge merge = new MetadataMerge();

    @Test
    void addsOursAndKeepsTheMerchants() {
        assertThat(merge.merge(Map.of("sku", "4711"), OURS).fields())
                .isEqualTo(Map.of(
                        "sku", "4711",
                        "hangtag-class", "mens-jeans",
                        "hangtag-garment", "Jeans",
                        "hangtag-content", "c0ffee"));
    }

    @Test
    void replacesOursOfAnEarlierAnswerWhole() {
        Map<String, String> present = Map.of("hangtag-class", "saree", "hangtag-audience", "women");

        assertThat(merge.merge(present, OURS).fields())
                .containsEntry("hangtag-class", "mens-jeans")
                .doesNotContainKey("hangtag-audience");
    }

    @Test
    void keepsTheIdThatCameWithTheUpload() {
        Map<String, String> present = Map.of("hangtag-correlation", "42", "sku", "4711");

        assertThat(merge.merge(present, OURS).fields())
                .containsEntry("hangtag-correlation", "42")
                .containsEntry("sku", "4711");
    }

    @Test
    void leavesOursOutWholeWhereTheyDoNotFitIntoTwoKilobytes() {
        Map<String, String> present = Map.of("description", "x".repeat(2000));

        MetadataMerge.Merged merged = merge.merge(present, OURS);

        assertThat(merged.fields()).isEqualTo(present);
        assertThat(merged.notes()).singleElement().asString().contains("2048");
    }

    @Test
    void writesAsciiOnly() {
        TagSet ours = new TagSet(Map.of("garment", "Überrock"), "c0ffee");

        assertThat(merge.merge(Map.of(), ours).fields()).containsEntry("hangtag-garment", "_berrock");
    }
}
