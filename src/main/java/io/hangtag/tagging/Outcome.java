package io.hangtag.tagging;

/** How one photo event ended. All of these are final: the event needs no second try. */
public enum Outcome {
    /** The tags were written and the item committed. */
    COMMITTED,
    /** The same event was handled before by this model. */
    ALREADY_DONE,
    /** A newer event of the same key has been committed; see {@code STALE_EVENT}. */
    STALE,
    /** The object is gone, and the event that tells of it is on its way; see {@code NOT_FOUND}. */
    GONE,
    /** A removal was told of, but an object lies under the key: an older version was deleted, or it was uploaded again. */
    STILL_THERE,
    /** A tombstone was committed. */
    REMOVED,
    /** The photo cannot be read, for good; the committed item says why. */
    FAILED
}
