package io.hangtag.tagging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What a person said of a photo.
 *
 * @param classId a class of the taxonomy, or {@code not-clothing}
 * @param by who said it
 * @param at when
 * @param why their reason, {@code null} if none was given
 * @param previous the class that stood before, so that the correction can be undone
 * @param contentHash the content they looked at: a correction outlives re-tagging of this content, not an overwrite
 */
public record HumanLabel(
        @JsonProperty("class") String classId,
        String by,
        Instant at,
        String why,
        String previous,
        String contentHash) {}
