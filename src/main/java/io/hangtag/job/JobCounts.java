package io.hangtag.job;

/**
 * What came of the photos of a job; {@code seen} is the sum of the others.
 *
 * @param seen photos that were looked at
 * @param tagged photos that bear an answer given since the job began
 * @param unchanged photos that were left alone: nothing was missing, or the photo is gone
 * @param failed photos that cannot be read, which their items say, or that no store gave
 */
public record JobCounts(long seen, long tagged, long unchanged, long failed) {
    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0);

    JobCounts plus(JobCounts other) {
        return new JobCounts(
                seen + other.seen, tagged + other.tagged, unchanged + other.unchanged, failed + other.failed);
    }

    static JobCounts ofTagged() {
        return new JobCounts(1, 1, 0, 0);
    }

    static JobCounts ofUnchanged() {
        return new JobCounts(1, 0, 1, 0);
    }

    static JobCounts ofFailed(long photos) {
        return new JobCounts(photos, 0, 0, photos);
    }
}
