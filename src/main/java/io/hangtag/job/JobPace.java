package io.hangtag.job;

import java.time.Duration;

/** How long the next step has to wait, so that a job keeps its rate and spares a store that failed. */
public final class JobPace {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * The pause after a step.
     *
     * @param before the job that the step began with
     * @param after the job that it ended with
     * @param took how long it was under way
     */
    public Duration pause(Job before, Job after, Duration took) {
        if (after.position().attempt() > 0) {
            Duration backOff = Duration.ofSeconds(1L << after.position().attempt());
            return backOff.compareTo(LONGEST) < 0 ? backOff : LONGEST;
        }
        Double rate = after.request().ratePerSecond();
        if (rate == null || after.state().isFinal()) {
            return Duration.ZERO;
        }
        long photos = after.counts().seen() - before.counts().seen();
        Duration due = Duration.ofNanos(Math.round(photos / rate * 1e9)).minus(took);
        return due.isNegative() ? Duration.ZERO : due;
    }
}
