package io.hangtag.tagging;

import io.hangtag.error.HangtagException;
import io.smallrye.mutiny.Uni;

/**
 * What lies under the key of an item now.
 *
 * @param kind in relation to the item
 * @param version of the object, {@code null} if there is none
 */
record PresentObject(Kind kind, ObjectVersion version) {
    /** What an object can be to an item. */
    enum Kind {
        /** The content that the item tells of. */
        SAME,
        /** Other content: an event tells of it. */
        OTHER,
        /** Nothing: an event tells of that. */
        NONE
    }

    /** Looks, and reads the bytes only where the entity tag has changed and the object says that its content has not. */
    static Uni<PresentObject> of(CatalogItem item, PhotoStore photos, ItemFactory items) {
        return photos.describe(item.photoId()).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new PresentObject(Kind.NONE, null));
            }
            ObjectVersion version = found.get();
            if (items.isOf(item, version) || !items.claimsToBeOf(item, version)) {
                Kind kind = items.isOf(item, version) ? Kind.SAME : Kind.OTHER;
                return Uni.createFrom().item(new PresentObject(kind, version));
            }
            return photos.fetch(item.photoId())
                    .map(photo -> new PresentObject(
                            items.isOf(item, photo.bytes()) ? Kind.SAME : Kind.OTHER, photo.version()))
                    .onFailure(failure -> failure instanceof HangtagException refused
                            && !refused.code().isTransient())
                    .recoverWithItem(new PresentObject(Kind.OTHER, version));
        });
    }
}
