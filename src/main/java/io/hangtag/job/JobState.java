package io.hangtag.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a job stands. */
public enum JobState {
    /** Stored, and no step was made. */
    QUEUED("queued"),
    RUNNING("running"),
    /** Every photo was handled. */
    DONE("done"),
    /** Somebody cancelled it; what was tagged stays tagged. */
    CANCELLED("cancelled"),
    /** A step failed too often; the job says why, and the command line can resume it. */
    FAILED("failed");

    private final String wireName;

    JobState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, DynamoDB and on the page. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether no further step will be made. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }

    /** The state of that wire name. */
    public static JobState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job state is called '" + wireName + "'"));
    }
}
