package io.hangtag.tagging;

import io.smallrye.mutiny.Uni;

/**
 * Brings an object in line with the item that tells of it. What it writes may land between the write and the commit of
 * somebody else, who then would not notice; so whatever changed the object is committed as well, on the revision that it
 * follows from, and they lose the race for their commit and start over.
 */
final class ObjectMending {
    /** How it ended. */
    enum Result {
        /** The object is as the item says. */
        IN_LINE,
        /** The object is of other content: the event that tells of it is on its way. */
        OTHER_CONTENT,
        /** There is no object: the event that tells of it is on its way. */
        GONE,
        /** Object or item changed meanwhile: read the item again. */
        OVERTAKEN
    }

    private final PhotoStore photos;
    private final CatalogStore catalog;
    private final ItemFactory items;

    ObjectMending(PhotoStore photos, CatalogStore catalog, ItemFactory items) {
        this.photos = photos;
        this.catalog = catalog;
        this.items = items;
    }

    /** Mends the object of an item that is no tombstone. */
    Uni<Result> mend(CatalogItem item) {
        return PresentObject.of(item, photos, items).flatMap(present -> switch (present.kind()) {
            case SAME -> write(item, present.version());
            case OTHER -> ended(Result.OTHER_CONTENT);
            case NONE -> ended(Result.GONE);
        });
    }

    private Uni<Result> write(CatalogItem item, ObjectVersion present) {
        return photos.write(present, items.tags(item)).flatMap(written -> {
            if (written.version().isEmpty()) {
                return ended(Result.OVERTAKEN);
            }
            CatalogItem mended = items.written(item, written.version().get(), written);
            if (!written.changed() && mended.content().equals(item.content())) {
                return ended(Result.IN_LINE);
            }
            return catalog.commit(mended.after(item.revision()))
                    .map(committed -> committed ? Result.IN_LINE : Result.OVERTAKEN);
        });
    }

    private static Uni<Result> ended(Result result) {
        return Uni.createFrom().item(result);
    }
}
