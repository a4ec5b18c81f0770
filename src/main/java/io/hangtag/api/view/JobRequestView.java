package io.hangtag.api.view;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is asked of a job.
 *
 * @param kind {@code backfill} or {@code retag}
 * @param by who asks, at most 100 characters
 * @param filter which photos a re-tag takes, by the names of {@code GET /api/photos}, arrays where several values may be
 *     given; {@code null} for all
 * @param prefix of the keys that a backfill takes; {@code null} for all uploads
 * @param ratePerSecond the most photos a second on average, 0.01 to 1000; {@code null} for no limit
 */
public record JobRequestView(
        @Schema(examples = "retag", required = true) String kind,
        @Schema(examples = "anna", required = true) String by,

        @Schema(examples = "{\"model\":[\"clothing-73@0.1.0\"]}")
        Map<String, Object> filter,

        @Schema(examples = "uploads/2026/") String prefix,
        @Schema(examples = "20") Double ratePerSecond) {}
