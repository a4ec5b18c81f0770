package io.hangtag.job;

import io.hangtag.error.HangtagException;
import java.util.Optional;

/**
 * What came of a page.
 *
 * @param counts of the photos that came to an end
 * @param unanswered photos that no store gave, or took the answer of
 * @param cause why the first of those has none, {@code null} if there are none
 */
record PageOutcome(JobCounts counts, long unanswered, HangtagException cause) {
    static final PageOutcome NONE = new PageOutcome(JobCounts.NONE, 0, null);

    static PageOutcome of(JobCounts counts) {
        return new PageOutcome(counts, 0, null);
    }

    static PageOutcome unanswered(HangtagException cause) {
        return new PageOutcome(JobCounts.NONE, 1, cause);
    }

    PageOutcome plus(PageOutcome other) {
        return new PageOutcome(
                counts.plus(other.counts),
                unanswered + other.unanswered,
                Optional.ofNullable(cause).orElse(other.cause));
    }

    /** What is counted once the photos without an end are given up. */
    JobCounts givenUp() {
        return counts.plus(JobCounts.ofFailed(unanswered));
    }
}
