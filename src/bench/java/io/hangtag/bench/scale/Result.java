package io.hangtag.bench.scale;

/**
 * How a backfill went.
 *
 * @param scenario what it was of
 * @param seconds until the last photo was done
 * @param invocations of the function
 * @param coldStarts among them
 * @param environmentSeconds that are billed
 * @param retried photos that came again by the queue, each time counted
 * @param deadLetters photos that ended in the dead-letter queue
 * @param narrowest where requests waited longest; {@code null} if nowhere for long
 */
record Result(
        Scenario scenario,
        double seconds,
        long invocations,
        int coldStarts,
        double environmentSeconds,
        long retried,
        long deadLetters,
        Limit narrowest) {
    double photosPerSecond() {
        return scenario.photos() / seconds;
    }

    /** What Lambda asks for it. */
    double dollars() {
        return environmentSeconds * scenario.megabytes() / 1024 * Lambda.DOLLARS_PER_GIGABYTE_SECOND
                + invocations * Lambda.DOLLARS_PER_REQUEST;
    }
}
