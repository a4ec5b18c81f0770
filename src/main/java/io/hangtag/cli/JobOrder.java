package io.hangtag.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import java.util.List;
import java.util.Map;

/**
 * What {@code hangtag backfill} or {@code retag} was asked for, on its way into the app, which takes nothing but strings.
 *
 * @param kind of the job
 * @param bucket whose photos, {@code null} for the one that is set
 * @param prefix of a backfill, {@code null} for a re-tag
 * @param filter of a re-tag
 * @param rate photos a second, {@code null} for no limit
 * @param by who asks
 * @param parallel photos under way at a time
 * @param unfinished what becomes of a run that was interrupted
 * @param json whether the summary is JSON
 * @param progress whether to draw a progress bar on standard error
 */
record JobOrder(
        JobKind kind,
        String bucket,
        String prefix,
        Map<String, List<String>> filter,
        Double rate,
        String by,
        int parallel,
        Unfinished unfinished,
        boolean json,
        boolean progress) {
    /** What becomes of a run for the same photos that did not come to its end. */
    enum Unfinished {
        REFUSE,
        RESUME,
        RESTART
    }

    static JobOrder ofArgument(String argument) {
        try {
            return new ObjectMapper().readValue(argument, JobOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String toArgument() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JobRequest request(String configuredBucket) {
        return new JobRequest(
                kind, bucket == null ? configuredBucket : bucket, prefix, filter, rate, by, JobRunner.COMMAND_LINE);
    }
}
