package io.hangtag.tagging;

/**
 * Something happened to a photo; what every door translates its own event into.
 *
 * @param kind what happened
 * @param photoId to which photo
 * @param sequencer its place among the events of this key
 */
public record PhotoEvent(Kind kind, PhotoId photoId, Sequencer sequencer) {
    /** What can happen to a photo. */
    public enum Kind {
        /** New content lies under the key. */
        CREATED,
        /** The content is gone. */
        REMOVED
    }
}
