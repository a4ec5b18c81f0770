package io.hangtag.job;

/**
 * How many photos a step takes: enough that the job's own writes cost little, and at a low rate so few that photos are not
 * handled in bursts.
 *
 * @param most photos a step
 */
record PageSize(int most) {
    /** Two steps are at most so many seconds apart, as long as one photo is due in that time. */
    private static final double SECONDS = 5;

    int of(JobRequest request) {
        return request.ratePerSecond() == null
                ? most
                : Math.max(1, (int) Math.min(most, Math.floor(request.ratePerSecond() * SECONDS)));
    }
}
