package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.tagging.TagSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

class TagMergeTest {
    private static final TagSet OURS = new TagSet(fields(), "c0ffee");

    private final TagMerge merge = new TagMerge();

    @Test
    void putsOursBehindTheMerchants() {
        TagMerge.Merged merged = merge.merge(List.of(tag("season", "2026 spring")), OURS);

        assertThat(merged.tags())
                .extracting(Tag::key)
                .containsExactly(
                        "season",
                        "hangtag:class",
                        "hangtag:group",
                        "hangtag:garment",
                        "hangtag:audience",
                        "hangtag:confidence",
                        "hangtag:model");
        assertThat(merged.tags()).contains(tag("season", "2026 spring"));
        assertThat(merged.notes()).isEmpty();
    }

    @Test
    void replacesOursOfAnEarlierAnswerWhole() {
        List<Tag> present = List.of(tag("hangtag:class", "saree"), tag("hangtag:pattern", "solid"), tag("mine", "1"));

        TagMerge.Merged merged = merge.merge(present, OURS);

        assertThat(merged.tags())
                .contains(tag("hangtag:class", "mens-jeans"))
                .doesNotContain(tag("hangtag:class", "saree"));
        assertThat(merged.tags()).extracting(Tag::key).doesNotContain("hangtag:pattern");
    }

    @Test
    void leavesOutTheLeastImportantOfOursWhereThereIsNoRoom() {
        TagMerge.Merged merged = merge.merge(merchantTags(7), OURS);

        assertThat(merged.tags()).hasSize(10).containsAll(merchantTags(7));
        assertThat(merged.tags()).extracting(Tag::key).endsWith("hangtag:class", "hangtag:group", "hangtag:garment");
        assertThat(merged.notes())
                .singleElement()
                .asString()
                .contains("hangtag:audience, hangtag:confidence, hangtag:model", "7 others of the 10");
    }

    @Test
    void leavesAllOfOursOutOfAFullSet() {
        TagMerge.Merged merged = merge.merge(merchantTags(10), OURS);

        assertThat(merged.tags()).containsExactlyElementsOf(merchantTags(10));
        assertThat(merged.notes()).hasSize(1);
    }

    @Test
    void writesOnlyCharactersThatS3Allows() {
        TagSet ours = new TagSet(Map.of("garment", "T-shirt & \"top\" (été) 100%;"), "c0ffee");

        assertThat(merge.merge(List.of(), ours).tags())
                .containsExactly(tag("hangtag:garment", "T-shirt _ _top_ _été_ 100__"));
    }

    @Test
    void seesThatNothingWouldChangeWhateverTheOrder() {
        TagMerge.Merged merged = merge.merge(List.of(tag("mine", "1")), OURS);
        List<Tag> reversed = new ArrayList<>(merged.tags());
        Collections.reverse(reversed);

        assertThat(merged.sameAs(reversed)).isTrue();
        assertThat(merged.sameAs(reversed.subList(1, reversed.size()))).isFalse();
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("class", "mens-jeans");
        fields.put("group", "bottom");
        fields.put("garment", "Jeans");
        fields.put("audience", "men");
        fields.put("confidence", "0.93");
        fields.put("model", "clothing-73@0.1.0");
        return fields;
    }

    private static List<Tag> merchantTags(int count) {
        return IntStream.range(0, count).mapToObj(i -> tag("mine-" + i, "v")).toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
