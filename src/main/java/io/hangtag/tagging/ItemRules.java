package io.hangtag.tagging;

import io.hangtag.model.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which item follows which: newer sequencers win, the same event by the same model is done, a correction outlives re-tagging
 * of its content but not an overwrite. Pure; every commit goes through here with the item it read, and is conditional on
 * that item's revision, so that concurrent deliveries cannot pass each other.
 */
public final class ItemRules {
    /** What an event means for the item that is stored. */
    public enum Standing {
        /** It is to be handled. */
        PROCEED,
        /** This model handled it before. */
        ALREADY_DONE,
        /** A newer event has been committed. */
        STALE
    }

    /**
     * Holds a creation event against the stored item.
     *
     * @param model the model that would answer
     */
    public Standing ofCreation(Optional<CatalogItem> stored, Sequencer sequencer, ModelVersion model) {
        if (stored.isEmpty()) {
            return Standing.PROCEED;
        }
        CatalogItem item = stored.get();
        int order = item.sequencer().compareTo(sequencer);
        if (sequencer.equals(Sequencer.NONE)) {
            // Found by listing: the object is there now, so no removal can be newer; only this model's answer counts.
            return answeredBy(item, model) ? Standing.ALREADY_DONE : Standing.PROCEED;
        }
        if (order != 0) {
            return order > 0 ? Standing.STALE : Standing.PROCEED;
        }
        return item.state() == PhotoState.REMOVED || answeredBy(item, model) ? Standing.ALREADY_DONE : Standing.PROCEED;
    }

    /**
     * Holds a photo that a listing shows against the stored item. Unlike an event it tells which content lies there now, so
     * that an answer for other content does not pass for done.
     *
     * @param model the model that would answer
     */
    public Standing ofListing(Optional<CatalogItem> stored, FoundPhoto found, ModelVersion model) {
        return isMissing(stored, found) || !answeredBy(stored.orElseThrow(), model)
                ? Standing.PROCEED
                : Standing.ALREADY_DONE;
    }

    /**
     * Whether a photo that lies in the bucket was never processed: it has no item, or one that tells of other content or of
     * its removal. One that was processed without an answer is not missing, nor is one that another model answered.
     */
    public boolean isMissing(Optional<CatalogItem> stored, FoundPhoto found) {
        if (stored.isEmpty() || stored.get().state() == PhotoState.REMOVED) {
            return true;
        }
        CatalogItem item = stored.get();
        // What was refused unread left no entity tag to compare, and no write of ours came after it.
        return item.content() == null
                ? found.lastModified().isAfter(item.taggedAt())
                : !item.content().etag().equals(found.etag());
    }

    /** Holds a removal event against the stored item. */
    public Standing ofRemoval(Optional<CatalogItem> stored, Sequencer sequencer) {
        if (stored.isEmpty()) {
            return Standing.PROCEED;
        }
        int order = stored.get().sequencer().compareTo(sequencer);
        if (order > 0) {
            return Standing.STALE;
        }
        boolean removed = stored.get().state() == PhotoState.REMOVED;
        return order == 0 && removed ? Standing.ALREADY_DONE : Standing.PROCEED;
    }

    private static boolean answeredBy(CatalogItem item, ModelVersion model) {
        return item.model() != null
                && item.state() != PhotoState.REMOVED
                && (item.model().equals(model) || model.isOlderReleaseOf(item.model()));
    }

    /** The item to commit over the stored one: next revision, corrections carried over as the content allows. */
    public CatalogItem following(Optional<CatalogItem> stored, CatalogItem fresh) {
        if (stored.isEmpty()) {
            return fresh;
        }
        CatalogItem item = stored.get();
        boolean keeps = item.human() != null
                && fresh.content() != null
                && Objects.equals(item.human().contentHash(), fresh.content().contentHash());
        List<HumanLabel> history = new ArrayList<>(item.history());
        if (item.human() != null && !keeps) {
            history.add(item.human());
        }
        Sequencer sequencer = fresh.sequencer().equals(Sequencer.NONE) ? item.sequencer() : fresh.sequencer();
        return withUploadOf(item, fresh)
                .withSequencer(sequencer)
                .withHuman(keeps ? item.state() : fresh.state(), keeps ? item.human() : null, history)
                .after(item.revision());
    }

    /** The same content has been there since it was uploaded, whatever our copies did to the object's date. */
    private static CatalogItem withUploadOf(CatalogItem item, CatalogItem fresh) {
        boolean known = item.content() != null
                && item.content().uploadedAt() != null
                && item.content().contentHash() != null
                && fresh.content() != null
                && item.content().contentHash().equals(fresh.content().contentHash());
        return known
                ? fresh.withContent(fresh.content().uploadedAt(item.content().uploadedAt()))
                : fresh;
    }
}
