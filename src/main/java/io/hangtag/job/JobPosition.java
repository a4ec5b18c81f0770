package io.hangtag.job;

import io.hangtag.tagging.FoundPhoto;
import java.util.List;

/**
 * How far a job is. The page that a step handles was committed by the step before, so that a step that is repeated handles
 * the same photos even where tagging moves them in the index that is walked.
 *
 * @param step counts the steps that were committed
 * @param page the photos of the next step
 * @param cursor where the page after it begins, {@code null} if it is the last
 * @param attempt how often the page was tried without coming to an end
 * @param steppedBy who committed last: a message, or a process
 */
public record JobPosition(long step, List<FoundPhoto> page, String cursor, int attempt, String steppedBy) {
    static final JobPosition START = new JobPosition(0, List.of(), null, 0, "");

    public JobPosition {
        page = List.copyOf(page);
    }

    JobPosition next(WalkPage following, String by) {
        return new JobPosition(step + 1, following.photos(), following.cursor().orElse(null), 0, by);
    }

    JobPosition end(String by) {
        return new JobPosition(step + 1, List.of(), null, 0, by);
    }

    JobPosition again(String by) {
        return new JobPosition(step + 1, page, cursor, attempt + 1, by);
    }

    JobPosition afresh() {
        return new JobPosition(step, page, cursor, 0, steppedBy);
    }
}
