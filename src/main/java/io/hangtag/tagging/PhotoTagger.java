package io.hangtag.tagging;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The use case: one photo event, handled so that afterwards object and item tell of the last content, whatever is repeated,
 * reordered, or cut off between two writes. The item is written last and conditionally; whoever loses that race starts over
 * with what the winner wrote. Safe from several threads.
 */
public final class PhotoTagger {
    private static final Logger LOG = Logger.getLogger(PhotoTagger.class);

    /** Losing this often in a row means a key under constant change; the queue then tries again later. */
    private static final int ATTEMPTS = 5;

    private final PhotoStore photos;
    private final CatalogStore catalog;
    private final PhotoClassifier classifier;
    private final ItemRules rules = new ItemRules();
    private final ItemFactory items;
    private final ObjectMending mending;

    public PhotoTagger(PhotoStore photos, CatalogStore catalog, PhotoClassifier classifier, Clock clock) {
        this.photos = photos;
        this.catalog = catalog;
        this.classifier = classifier;
        this.items = new ItemFactory(classifier, clock);
        this.mending = new ObjectMending(photos, catalog, items);
    }

    /**
     * Handles one event.
     *
     * @return how it ended, or a failure with a {@link HangtagException} whose code is transient, so that the event has to
     *     come again
     */
    public Uni<Outcome> handle(PhotoEvent event) {
        return attempt(event, ATTEMPTS);
    }

    private Uni<Outcome> attempt(PhotoEvent event, int left) {
        if (left == 0) {
            return Uni.createFrom()
                    .failure(new HangtagException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "%s changed %d times while it was being tagged".formatted(event.photoId(), ATTEMPTS)));
        }
        Uni<Optional<Outcome>> attempted =
                left == ATTEMPTS && isProbablyNew(event) ? fetchedAhead(event) : foundFirst(event);
        return attempted.flatMap(
                outcome -> outcome.<Uni<Outcome>>map(Uni.createFrom()::item).orElseGet(() -> attempt(event, left - 1)));
    }

    /** Of the photos that a listing shows, and of those that somebody has just been faster with, most are done. */
    private static boolean isProbablyNew(PhotoEvent event) {
        return event.kind() == PhotoEvent.Kind.CREATED && !event.sequencer().equals(Sequencer.NONE);
    }

    /**
     * Reads item and photo at once. A photo that is older than its item does no harm: whoever committed that item meanwhile had
     * an event of their own, and a write meets only the content that was read.
     */
    private Uni<Optional<Outcome>> fetchedAhead(PhotoEvent event) {
        return Uni.combine()
                .all()
                .unis(Settled.of(catalog.find(event.photoId())), Settled.of(photos.fetch(event.photoId())))
                .asTuple()
                .flatMap(both -> both.getItem1()
                        .outcome()
                        .flatMap(
                                stored -> created(event, stored, both.getItem2().outcome())));
    }

    private Uni<Optional<Outcome>> foundFirst(PhotoEvent event) {
        return catalog.find(event.photoId()).flatMap(stored -> switch (event.kind()) {
            case CREATED -> created(event, stored, photos.fetch(event.photoId()));
            case REMOVED -> removed(event, stored);
        });
    }

    /** @param photo is asked for only if it is to be classified */
    private Uni<Optional<Outcome>> created(PhotoEvent event, Optional<CatalogItem> stored, Uni<StoredPhoto> photo) {
        return switch (standing(event, stored)) {
            case ALREADY_DONE -> mended(event, stored, Outcome.ALREADY_DONE);
            case STALE -> mended(event, stored, Outcome.STALE);
            case PROCEED -> fetched(event, stored, photo);
        };
    }

    private ItemRules.Standing standing(PhotoEvent event, Optional<CatalogItem> stored) {
        return event.found() == null
                ? rules.ofCreation(stored, event.sequencer(), classifier.model())
                : rules.ofListing(stored, event.found(), classifier.model());
    }

    private Uni<Optional<Outcome>> fetched(PhotoEvent event, Optional<CatalogItem> stored) {
        return fetched(event, stored, photos.fetch(event.photoId()));
    }

    private Uni<Optional<Outcome>> fetched(PhotoEvent event, Optional<CatalogItem> stored, Uni<StoredPhoto> fetch) {
        return fetch.flatMap(photo -> answer(event, stored, photo))
                .onFailure(HangtagException.class)
                .recoverWithUni(failure -> unread(event, stored, failure));
    }

    private Uni<Optional<Outcome>> answer(PhotoEvent event, Optional<CatalogItem> stored, StoredPhoto photo) {
        CatalogItem item = rules.following(stored, items.answered(event, photo));
        return write(item, photo.version(), item.failure() == null ? Outcome.COMMITTED : Outcome.FAILED);
    }

    /** A photo that failed is written to as well: it may bear the answer of another content. */
    private Uni<Optional<Outcome>> write(CatalogItem item, ObjectVersion read, Outcome outcome) {
        return photos.write(read, items.tags(item))
                .flatMap(written -> written.version()
                        .map(version -> commit(items.written(item, version, written), outcome))
                        .orElseGet(PhotoTagger::again));
    }

    private Uni<Optional<Outcome>> unread(PhotoEvent event, Optional<CatalogItem> stored, HangtagException failure) {
        if (failure.code() == ErrorCode.NOT_FOUND) {
            return ended(Outcome.GONE);
        }
        if (failure instanceof RefusedPhotoException refused) {
            CatalogItem item = rules.following(stored, items.unread(event, refused.version(), refused));
            return write(item, refused.version(), Outcome.FAILED);
        }
        return Uni.createFrom().failure(failure);
    }

    private Uni<Optional<Outcome>> removed(PhotoEvent event, Optional<CatalogItem> stored) {
        return switch (rules.ofRemoval(stored, event.sequencer())) {
            case ALREADY_DONE -> ended(Outcome.ALREADY_DONE);
            case STALE -> mended(event, stored, Outcome.STALE);
            case PROCEED ->
                photos.describe(event.photoId())
                        .flatMap(present -> present.map(version -> stillThere(event, stored, version))
                                .orElseGet(() ->
                                        commit(rules.following(stored, items.tombstone(event)), Outcome.REMOVED)));
        };
    }

    /**
     * Without versions the photo was uploaded again, and an event tells of that. With versions it may be an older one that has
     * come to light, of which no event tells.
     */
    private Uni<Optional<Outcome>> stillThere(PhotoEvent event, Optional<CatalogItem> stored, ObjectVersion present) {
        if (present.versionId() == null) {
            return ended(Outcome.STILL_THERE);
        }
        return stored.filter(item -> item.state() != PhotoState.REMOVED)
                .map(item -> mended(event, stored, Outcome.STILL_THERE))
                .orElseGet(() -> fetched(event, stored));
    }

    /**
     * A delivery that was overtaken, or cut off before its commit, may have tagged the newer content, or the corrected one, with
     * its own answer: object tags cannot be written conditionally. The committed item knows better.
     */
    private Uni<Optional<Outcome>> mended(PhotoEvent event, Optional<CatalogItem> stored, Outcome outcome) {
        CatalogItem item = stored.orElseThrow();
        if (item.state() == PhotoState.REMOVED) {
            return ended(outcome);
        }
        return mending.mend(item).flatMap(result -> switch (result) {
            case IN_LINE, GONE -> ended(outcome);
            case OTHER_CONTENT -> isLastToTell(event, outcome) ? fetched(event, stored) : touched(item, outcome);
            case OVERTAKEN -> again();
        });
    }

    /**
     * The other content may bear tags of this delivery's own, written between somebody's write and commit. A revision more makes
     * them lose that commit and write again.
     */
    private Uni<Optional<Outcome>> touched(CatalogItem item, Outcome outcome) {
        return catalog.commit(item.after(item.revision()))
                .map(committed -> committed ? Optional.of(outcome) : Optional.empty());
    }

    /** Whether no creation may ever tell of the other content: a listing found it, or a deletion has brought it to light. */
    private static boolean isLastToTell(PhotoEvent event, Outcome outcome) {
        boolean found = event.sequencer().equals(Sequencer.NONE) || event.kind() == PhotoEvent.Kind.REMOVED;
        return found && outcome != Outcome.STALE;
    }

    private Uni<Optional<Outcome>> commit(CatalogItem item, Outcome outcome) {
        return catalog.commit(item)
                .map(committed -> committed ? Optional.of(outcome) : Optional.<Outcome>empty())
                .invoke(done -> done.ifPresent(committed -> say(item, committed)));
    }

    /** Outcome and state side by side: the stack's metrics count these lines. */
    private static void say(CatalogItem item, Outcome outcome) {
        boolean uploadedHere = item.content() != null && item.content().correlationId() != null;
        Object before = MDC.get(CorrelationId.NAME);
        if (uploadedHere) {
            MDC.put(CorrelationId.NAME, item.content().correlationId().value());
        }
        LOG.infof("%s: %s state=%s", item.photoId(), outcome, item.state().wireName());
        if (uploadedHere && before == null) {
            MDC.remove(CorrelationId.NAME);
        } else if (uploadedHere) {
            MDC.put(CorrelationId.NAME, before);
        }
    }

    private static Uni<Optional<Outcome>> ended(Outcome outcome) {
        return Uni.createFrom().item(Optional.of(outcome));
    }

    private static Uni<Optional<Outcome>> again() {
        return Uni.createFrom().item(Optional.empty());
    }
}
