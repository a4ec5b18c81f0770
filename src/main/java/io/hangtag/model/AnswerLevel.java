package io.hangtag.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How precisely a photo was answered: decision rule 1 backs off from class to garment to group to none. */
public enum AnswerLevel {
    CLASS("class"),
    GARMENT("garment"),
    GROUP("group"),
    NONE("none");

    private final String wireName;

    AnswerLevel(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, DynamoDB and on the page. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The level of that wire name. */
    public static AnswerLevel ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(level -> level.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No answer level is called '" + wireName + "'"));
    }
}
