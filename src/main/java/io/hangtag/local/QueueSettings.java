package io.hangtag.local;

import java.time.Duration;

/**
 * How often and how soon a message that failed comes again.
 *
 * @param visibilityTimeout how long a message that was received stays hidden
 * @param maximumReceives after so many it goes to the dead-letter queue
 */
public record QueueSettings(Duration visibilityTimeout, int maximumReceives) {
    /** As the stack has it, only more impatient. */
    public static final QueueSettings DEFAULT = new QueueSettings(Duration.ofSeconds(30), 3);
}
