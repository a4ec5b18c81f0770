package io.hangtag.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a job does. */
public enum JobKind {
    /** Tags the photos of a bucket that were never processed. */
    BACKFILL("backfill"),
    /** Tags photos of the catalog again, by the model that serves. */
    RETAG("retag");

    private final String wireName;

    JobKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, DynamoDB and on the page. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The kind of that wire name. */
    public static JobKind ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of job is called '" + wireName + "'"));
    }
}
