package io.hangtag.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job is asked to do; never changes.
 *
 * @param kind backfill or re-tag
 * @param bucket whose photos
 * @param prefix of the keys that a backfill lists; empty for all, {@code null} for a re-tag
 * @param filter which photos a re-tag takes, by the names of {@code GET /api/photos}; empty for a backfill
 * @param ratePerSecond the most photos a second on average, {@code null} for as fast as it goes
 * @param by who asks
 * @param runner who makes the steps
 */
public record JobRequest(
        JobKind kind,
        String bucket,
        String prefix,
        Map<String, List<String>> filter,
        Double ratePerSecond,
        String by,
        JobRunner runner) {
    public static final double LEAST_RATE = 0.01;
    public static final double MOST_RATE = 1000;

    public JobRequest {
        filter = new TreeMap<>(filter);
        if (ratePerSecond != null && !(ratePerSecond >= LEAST_RATE && ratePerSecond <= MOST_RATE)) {
            throw new IllegalArgumentException(
                    "A rate is %s to %.0f photos a second, not %s".formatted(LEAST_RATE, MOST_RATE, ratePerSecond));
        }
    }

    /** A backfill at full speed. */
    public static JobRequest backfill(String bucket, String prefix, String by, JobRunner runner) {
        return new JobRequest(JobKind.BACKFILL, bucket, prefix, Map.of(), null, by, runner);
    }

    /** A re-tag at full speed. */
    public static JobRequest retag(String bucket, Map<String, List<String>> filter, String by, JobRunner runner) {
        return new JobRequest(JobKind.RETAG, bucket, null, filter, null, by, runner);
    }

    /** The same at most so fast. */
    public JobRequest withRate(Double photosPerSecond) {
        return new JobRequest(kind, bucket, prefix, filter, photosPerSecond, by, runner);
    }

    /** Whether another request asks for the same photos, at whatever rate and by whomever. */
    public boolean takesTheSameAs(JobRequest other) {
        return withRate(null).withBy("").equals(other.withRate(null).withBy(""));
    }

    private JobRequest withBy(String other) {
        return new JobRequest(kind, bucket, prefix, filter, ratePerSecond, other, runner);
    }
}
