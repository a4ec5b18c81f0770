package io.hangtag.tagging;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hangtag.model.Decision;
import java.util.Arrays;

/** Where a photo stands in the catalog. */
public enum PhotoState {
    /** Answered at class level, or named by a person. */
    TAGGED("tagged"),
    /** A garment, but not answered at class level: waits for a person. */
    NEEDS_REVIEW("needs-review"),
    NOT_CLOTHING("not-clothing"),
    /** Could not be read, for good; the item holds the error code. */
    FAILED("failed"),
    /** Deleted from the bucket; the item is a tombstone until its time to live ends. */
    REMOVED("removed");

    private final String wireName;

    PhotoState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, DynamoDB and on the page. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Where a model's answer puts a photo. */
    public static PhotoState of(Decision decision) {
        if (!decision.clothing()) {
            return NOT_CLOTHING;
        }
        return switch (decision.level()) {
            case CLASS -> TAGGED;
            case GARMENT, GROUP, NONE -> NEEDS_REVIEW;
        };
    }

    /** The state of that wire name. */
    public static PhotoState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No photo state is called '" + wireName + "'"));
    }
}
