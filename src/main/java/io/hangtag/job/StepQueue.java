package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Carries messages to whoever makes steps, at least once, and again until one succeeded. Failures are
 * {@link io.hangtag.error.HangtagException}s: {@code ACCESS_DENIED}, {@code STORE_UNAVAILABLE}.
 */
public interface StepQueue {
    /** The longest delay; a longer one is cut to it. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Sends a message that is delivered after a delay. */
    Uni<Void> send(StepMessage message, Duration delay);
}
