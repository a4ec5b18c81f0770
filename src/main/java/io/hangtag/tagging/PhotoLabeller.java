package io.hangtag.tagging;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The use case of correcting: a person's word is written to the object's tags, and committed to the item on the revision that
 * they saw, whether the object could be written or not. Safe from several threads.
 */
public final class PhotoLabeller {
    /** Losing this often in a row means a key under constant change. */
    private static final int ATTEMPTS = 5;

    private final PhotoStore photos;
    private final CatalogStore catalog;
    private final Clock clock;
    private final ItemFactory items;
    private final ObjectMending mending;
    private final LabelRules rules = new LabelRules();

    public PhotoLabeller(PhotoStore photos, CatalogStore catalog, PhotoClassifier classifier, Clock clock) {
        this.photos = photos;
        this.catalog = catalog;
        this.clock = clock;
        this.items = new ItemFactory(classifier, clock);
        this.mending = new ObjectMending(photos, catalog, items);
    }

    /**
     * Names a photo.
     *
     * @param revision of the item that the person saw
     * @return the item afterwards; empty if it is of another revision by now and nothing was changed
     */
    public Uni<Optional<CatalogItem>> name(PhotoId photoId, long revision, Naming naming) {
        return change(photoId, revision, item -> rules.named(item, naming, clock.instant()));
    }

    /** Takes the correction in force back; what it corrected stands again. */
    public Uni<Optional<CatalogItem>> unname(PhotoId photoId, long revision) {
        return change(photoId, revision, rules::unnamed);
    }

    private Uni<Optional<CatalogItem>> change(PhotoId photoId, long revision, UnaryOperator<CatalogItem> change) {
        return catalog.find(photoId)
                .map(found -> found.orElseThrow(() -> missing(photoId)))
                .flatMap(item -> {
                    if (item.revision() != revision) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    if (!rules.isNameable(item)) {
                        throw new HangtagException(
                                ErrorCode.NOT_FOUND, "There is no photo to name: it was removed or not read");
                    }
                    CatalogItem changed = change.apply(item);
                    if (changed.revision() == revision) {
                        return Uni.createFrom().item(Optional.of(item));
                    }
                    return write(changed)
                            .flatMap(written -> catalog.commit(written)
                                    .flatMap(committed -> committed
                                            ? Uni.createFrom().item(Optional.of(written))
                                            : giveWay(photoId, ATTEMPTS)));
                });
    }

    /** Brings the object's tags in line; the item as it is to be committed. */
    private Uni<CatalogItem> write(CatalogItem item) {
        return PresentObject.of(item, photos, items)
                .flatMap(present -> switch (present.kind()) {
                    case SAME -> photos.write(present.version(), items.tags(item));
                    // The event that tells of it is on its way.
                    case OTHER, NONE -> Uni.createFrom().item(PhotoStore.WriteResult.superseded());
                })
                .map(result -> result.version()
                        .map(version -> items.written(item, version, result))
                        .orElse(item))
                .onFailure(HangtagException.class)
                .recoverWithItem(failure -> noted(item, failure));
    }

    /** Somebody committed in between, and perhaps wrote their tags before ours: theirs are the ones to stand. */
    private Uni<Optional<CatalogItem>> giveWay(PhotoId photoId, int left) {
        if (left == 0) {
            return Uni.createFrom()
                    .failure(new HangtagException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "%s changed %d times while it was being named".formatted(photoId, ATTEMPTS)));
        }
        return catalog.find(photoId)
                .flatMap(winner -> winner.filter(item -> item.state() != PhotoState.REMOVED)
                        .map(mending::mend)
                        .orElseGet(() -> Uni.createFrom().item(ObjectMending.Result.GONE)))
                .flatMap(result -> result == ObjectMending.Result.OVERTAKEN
                        ? giveWay(photoId, left - 1)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static CatalogItem noted(CatalogItem item, Throwable failure) {
        return item.withNotes(List.of("The tags of the object are not written yet: " + failure.getMessage()));
    }

    private static HangtagException missing(PhotoId photoId) {
        return new HangtagException(ErrorCode.NOT_FOUND, "The catalog has no photo " + photoId);
    }
}
