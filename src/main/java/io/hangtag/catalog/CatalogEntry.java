package io.hangtag.catalog;

/**
 * What the index holds of one photo.
 *
 * @param key of the object
 * @param folded the key as {@link TextFold} leaves it; the same object where that changes nothing
 * @param row its facets; {@code null} for a removed photo, which is remembered so that older news cannot bring it back
 * @param confidence 0..1
 * @param uploadedAt milliseconds since the epoch
 * @param changedAt milliseconds since the epoch
 * @param revision of the item
 * @param corrected whether a person's word is in force
 */
record CatalogEntry(
        String key,
        String folded,
        FacetRow row,
        double confidence,
        long uploadedAt,
        long changedAt,
        long revision,
        boolean corrected) {
    boolean removed() {
        return row == null;
    }

    /**
     * Whether that is news of this photo. A revision counts the writes of one item; an item that expired and was written
     * anew counts from 1 again, and is later.
     */
    boolean isFollowedBy(CatalogChange change) {
        return change.revision() > revision || change.changedAt().toEpochMilli() > changedAt;
    }
}
