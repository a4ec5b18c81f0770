package io.hangtag.job;

import io.hangtag.tagging.FoundPhoto;
import java.util.List;
import java.util.Optional;

/**
 * A page of the photos that a job takes.
 *
 * @param photos at most as many as were asked for; may be none before the end
 * @param cursor where the next page begins, empty on the last one
 */
public record WalkPage(List<FoundPhoto> photos, Optional<String> cursor) {
    public WalkPage {
        photos = List.copyOf(photos);
    }
}
