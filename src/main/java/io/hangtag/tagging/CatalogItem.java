package io.hangtag.tagging;

import io.hangtag.error.ErrorCode;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import java.time.Instant;
import java.util.List;

/**
 * Everything the catalog knows of one photo; the commit point of tagging.
 *
 * @param photoId the key
 * @param revision counts the writes of this item, from 1; every write is conditional on the revision it read
 * @param sequencer of the event that the item tells of
 * @param state where the photo stands
 * @param content what was read, {@code null} in a tombstone and where nothing could be read
 * @param decision what the model answered, {@code null} unless the photo was classified
 * @param model which model answered or failed to, {@code null} in a tombstone
 * @param taggedAt when the item was committed
 * @param failure why there is no answer, {@code null} unless the state is failed
 * @param notes what the tagger could not do and left undone, for example a tag that found no room; empty as a rule
 * @param human the correction in force, {@code null} if none
 * @param history earlier corrections, oldest first
 */
public record CatalogItem(
        PhotoId photoId,
        long revision,
        Sequencer sequencer,
        PhotoState state,
        PhotoContent content,
        Decision decision,
        ModelVersion model,
        Instant taggedAt,
        Failure failure,
        List<String> notes,
        HumanLabel human,
        List<HumanLabel> history) {
    public CatalogItem {
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    /**
     * Why a photo has no answer.
     *
     * @param code of the closed set
     * @param text one sentence for a person
     */
    public record Failure(ErrorCode code, String text) {}
}
