package io.hangtag.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every item that was written, in order: revisions rise by one, and what a person said is kept with its content, becomes history
 * with another, and goes away only where a person takes it back.
 *
 * @param commits attributes as they were written
 */
record CommitLog(List<Map<String, AttributeValue>> commits) {
    void check() {
        for (int i = 0; i < commits.size(); i++) {
            assertThat(commits.get(i).get("revision").n()).isEqualTo(Integer.toString(i + 1));
        }
        for (int i = 1; i < commits.size(); i++) {
            checkFollows(commits.get(i - 1), commits.get(i));
        }
    }

    private static void checkFollows(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        AttributeValue human = before.get("human");
        List<AttributeValue> said = said(before);
        if (said(after).equals(said)) {
            assertThat(after.get("human")).as("correction in force").isEqualTo(keeps(human, after) ? human : null);
            return;
        }
        // A person has named the photo, or taken a name back.
        List<AttributeValue> more = new ArrayList<>(said(after));
        List<AttributeValue> fewer = new ArrayList<>(said);
        boolean named = more.size() == fewer.size() + 1;
        List<AttributeValue> longer = named ? more : fewer;
        longer.remove(longer.size() - 1);
        assertThat(more).as("what people said").isEqualTo(fewer);
        assertThat(named ? after.get("human") : human)
                .as("correction that came or went")
                .isNotNull();
        assertThat(after.get("contentHash")).isEqualTo(before.get("contentHash"));
    }

    /** Everything said so far, oldest first. */
    private static List<AttributeValue> said(Map<String, AttributeValue> item) {
        List<AttributeValue> said = new ArrayList<>();
        if (item.containsKey("history")) {
            said.addAll(item.get("history").l());
        }
        if (item.containsKey("human")) {
            said.add(item.get("human"));
        }
        return said;
    }

    private static boolean keeps(AttributeValue human, Map<String, AttributeValue> after) {
        return human != null && human.m().get("contentHash").equals(after.get("contentHash"));
    }
}
