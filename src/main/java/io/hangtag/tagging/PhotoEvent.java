package io.hangtag.tagging;

/**
 * Something happened to a photo; what every door translates its own event into.
 *
 * @param kind what happened
 * @param photoId to which photo
 * @param sequencer its place among the events of this key
 * @param found what a listing said of it, {@code null} for an event or where only the key is known
 */
public record PhotoEvent(Kind kind, PhotoId photoId, Sequencer sequencer, FoundPhoto found) {
    /** What a notification told of. */
    public PhotoEvent(Kind kind, PhotoId photoId, Sequencer sequencer) {
        this(kind, photoId, sequencer, null);
    }

    /** A photo that no event told of, but a listing: before every event, since nothing orders it among them. */
    public static PhotoEvent ofListing(FoundPhoto found) {
        return new PhotoEvent(Kind.CREATED, found.photoId(), Sequencer.NONE, found);
    }

    /** What can happen to a photo. */
    public enum Kind {
        /** New content lies under the key. */
        CREATED,
        /** The content is gone. */
        REMOVED
    }
}
