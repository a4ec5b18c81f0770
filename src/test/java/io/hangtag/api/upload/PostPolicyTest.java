package io.hangtag.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an upload form allows: one key, one type, one size, for a time. */
class PostPolicyTest {
    private static final Instant END = Instant.parse("2026-03-01T12:10:00.123456Z");

    @Test
    @SuppressWarnings("unchecked")
    void allowsExactlyThisFileUntilThen() {
        // given
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", "uploads/5a0c91be/shirt.jpg");
        fields.put("Content-Type", "image/jpeg");

        // when
        Map<String, Object> document = new PostPolicy("shop", fields, 4711, END).document();

        // then
        assertThat(document.get("expiration")).isEqualTo("2026-03-01T12:10:00.123Z");
        List<Object> conditions = (List<Object>) document.get("conditions");
        assertThat(conditions)
                .containsExactlyInAnyOrder(
                        Map.of("bucket", "shop"),
                        Map.of("key", "uploads/5a0c91be/shirt.jpg"),
                        Map.of("Content-Type", "image/jpeg"),
                        List.of("content-length-range", 4711L, 4711L));
    }

    @Test
    @SuppressWarnings("unchecked")
    void noConditionLeavesRoom() {
        Map<String, Object> document = new PostPolicy("shop", Map.of("key", "uploads/a.jpg"), 1, END).document();

        assertThat((List<Object>) document.get("conditions"))
                .as("starts-with would let another key in")
                .allSatisfy(condition -> assertThat(condition.toString()).doesNotContain("starts-with"));
    }
}
