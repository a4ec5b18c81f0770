package io.hangtag.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.job.Job;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobState;
import io.hangtag.tagging.CatalogItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run, in the shape of the JSON summary.
 *
 * @param jobId under which {@code GET /api/jobs} has it
 * @param kind backfill or re-tag
 * @param state done, cancelled or failed
 * @param bucket whose photos
 * @param prefix of a backfill, {@code null} for a re-tag
 * @param filter of a re-tag
 * @param total photos that were counted before, {@code null} if none were
 * @param seen the sum of the next three, of all runs of the job together
 * @param tagged photos that bear an answer given since the job began
 * @param unchanged photos that were left alone
 * @param failed photos that cannot be read, or that no store gave
 * @param seconds of this run
 * @param error what the last step failed by, {@code null} if it did not
 */
record JobSummary(
        String jobId,
        JobKind kind,
        JobState state,
        String bucket,
        String prefix,
        Map<String, List<String>> filter,
        Long total,
        long seen,
        long tagged,
        long unchanged,
        long failed,
        double seconds,
        CatalogItem.Failure error) {
    static JobSummary of(Job job, double seconds) {
        return new JobSummary(
                job.jobId(),
                job.request().kind(),
                job.state(),
                job.request().bucket(),
                job.request().prefix(),
                job.request().filter(),
                job.total(),
                job.counts().seen(),
                job.counts().tagged(),
                job.counts().unchanged(),
                job.counts().failed(),
                Math.round(seconds * 10) / 10.0,
                job.error());
    }

    String toJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String toText() {
        String text = String.format(
                Locale.ROOT,
                "%s %s: %d photos seen, %d tagged, %d unchanged, %d failed, in %.1f s",
                kind.wireName(),
                state.wireName(),
                seen,
                tagged,
                unchanged,
                failed,
                seconds);
        return error == null ? text : text + "; " + error.code() + ": " + error.text();
    }
}
