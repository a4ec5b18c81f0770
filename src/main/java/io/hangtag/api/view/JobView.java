package io.hangtag.api.view;

import io.hangtag.job.Job;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobState;
import io.hangtag.tagging.CatalogItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job and its progress.
 *
 * @param total how many photos it will see, {@code null} if nobody counted them: a re-tag's are counted as it is asked for
 * @param seen the sum of the next three
 * @param tagged photos that bear an answer given since the job began
 * @param unchanged photos that were left alone
 * @param failed photos that cannot be read, or that no store gave
 * @param error what a step failed by last, {@code null} if none did
 */
@Schema(description = "Work over many photos, and how far it is.")
public record JobView(
        @Schema(examples = "20260301T120000Z-5a0c91be") String jobId,
        JobKind kind,
        JobState state,
        Map<String, List<String>> filter,
        @Schema(examples = "uploads/") String prefix,
        @Schema(examples = "20") Double ratePerSecond,
        @Schema(examples = "anna") String by,
        Instant createdAt,
        Instant updatedAt,

        @Schema(
                description = "How many photos it will see, as the catalog counted a re-tag's when it was asked for;"
                        + " null for a backfill, whose photos nobody has counted",
                examples = "1200")
        Long total,

        @Schema(examples = "700") long seen,
        @Schema(examples = "690") long tagged,
        @Schema(examples = "8") long unchanged,
        @Schema(examples = "2") long failed,
        CatalogItem.Failure error) {
    /** The job as it is shown. */
    public static JobView of(Job job) {
        return new JobView(
                job.jobId(),
                job.request().kind(),
                job.state(),
                job.request().filter(),
                job.request().prefix(),
                job.request().ratePerSecond(),
                job.request().by(),
                job.createdAt(),
                job.updatedAt(),
                job.total(),
                job.counts().seen(),
                job.counts().tagged(),
                job.counts().unchanged(),
                job.counts().failed(),
                job.error());
    }
}
