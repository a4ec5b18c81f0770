package io.hangtag.tagging;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The use case of correcting: a person's word is committed to the item first, so that it is never lost, and then written
 * through to the object's tags. Safe from several threads.
 */
public final class PhotoLabeller {
    private final PhotoStore photos;
    private final CatalogStore catalog;
    private final Clock clock;
    private final ItemFactory items;
    private final LabelRules rules = new LabelRules();

    public PhotoLabeller(PhotoStore photos, CatalogStore catalog, PhotoClassifier classifier, Clock clock) {
        this.photos = photos;
        this.catalog = catalog;
        this.clock = clock;
        this.items = new ItemFactory(classifier, clock);
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
                    return catalog.commit(changed)
                            .flatMap(committed -> committed
                                    ? writeThrough(changed).map(Optional::of)
                                    : Uni.createFrom().item(Optional.empty()));
                });
    }

    /** Brings the object's tags in line, and commits what became of the object; the item stands in any case. */
    private Uni<CatalogItem> writeThrough(CatalogItem item) {
        return write(item)
                .flatMap(written -> written.equals(item)
                        ? Uni.createFrom().item(item)
                        : catalog.commit(written)
                                .flatMap(committed ->
                                        committed ? Uni.createFrom().item(written) : giveWay(item)));
    }

    private Uni<CatalogItem> write(CatalogItem item) {
        return photos.describe(item.photoId())
                .flatMap(present -> present.filter(items.tellsOf(item))
                        .map(version -> photos.write(version, items.tags(item)))
                        // Overwritten or deleted: the event that tells of it is on its way.
                        .orElseGet(() -> Uni.createFrom().item(PhotoStore.WriteResult.superseded())))
                .map(result -> result.version()
                        .filter(version -> !version.etag().equals(item.content().etag())
                                || !result.notes().equals(item.notes()))
                        .map(version -> next(items.written(item, version, result)))
                        .orElse(item))
                .onFailure(HangtagException.class)
                .recoverWithItem(failure -> next(noted(item, failure)));
    }

    /** Somebody committed in between, and perhaps wrote their tags before ours: theirs are the ones to stand. */
    private Uni<CatalogItem> giveWay(CatalogItem item) {
        return catalog.find(item.photoId())
                .flatMap(winner -> winner.filter(rules::isNameable)
                        .map(this::write)
                        .orElseGet(() -> Uni.createFrom().item(item)))
                .replaceWith(item);
    }

    private static CatalogItem noted(CatalogItem item, Throwable failure) {
        return item.withNotes(List.of("The tags of the object are not written yet: " + failure.getMessage()));
    }

    private static CatalogItem next(CatalogItem item) {
        return item.after(item.revision());
    }

    private static HangtagException missing(PhotoId photoId) {
        return new HangtagException(ErrorCode.NOT_FOUND, "The catalog has no photo " + photoId);
    }
}
