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

    /** This item as the write that follows revision {@code written}. */
    CatalogItem after(long written) {
        return new CatalogItem(
                photoId,
                written + 1,
                sequencer,
                state,
                content,
                decision,
                model,
                taggedAt,
                failure,
                notes,
                human,
                history);
    }

    /** This item with what the tagger could not do. */
    CatalogItem withNotes(List<String> left) {
        return new CatalogItem(
                photoId, revision, sequencer, state, content, decision, model, taggedAt, failure, left, human, history);
    }

    /** This item of an object that our write has changed. */
    CatalogItem withContent(PhotoContent changed) {
        return new CatalogItem(
                photoId, revision, sequencer, state, changed, decision, model, taggedAt, failure, notes, human,
                history);
    }

    /** This item of another event about the same photo. */
    CatalogItem withSequencer(Sequencer other) {
        return new CatalogItem(
                photoId, revision, other, state, content, decision, model, taggedAt, failure, notes, human, history);
    }

    /** This item with what people said of it, and where that puts the photo. */
    CatalogItem withHuman(PhotoState put, HumanLabel inForce, List<HumanLabel> earlier) {
        return new CatalogItem(
                photoId, revision, sequencer, put, content, decision, model, taggedAt, failure, notes, inForce,
                earlier);
    }

    /**
     * Why a photo has no answer.
     *
     * @param code of the closed set
     * @param text one sentence for a person
     */
    public record Failure(ErrorCode code, String text) {}
}
