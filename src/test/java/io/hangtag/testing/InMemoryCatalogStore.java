package io.hangtag.testing;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;

/** A table with the semantics of a conditional put on the revision. Things can be made to happen before a commit. */
public final class InMemoryCatalogStore implements CatalogStore {
    private final Map<String, CatalogItem> items = new ConcurrentSkipListMap<>();
    private final Deque<Runnable> beforeCommits = new ConcurrentLinkedDeque<>();

    /** The item as it stands. */
    public Optional<CatalogItem> item(PhotoId photoId) {
        return Optional.ofNullable(items.get(photoId.toString()));
    }

    /** Happens once, right before the next commit; may throw, as a crash does. */
    public void beforeNextCommit(Runnable interruption) {
        beforeCommits.add(interruption);
    }

    @Override
    public Uni<Optional<CatalogItem>> find(PhotoId photoId) {
        return Uni.createFrom().item(() -> item(photoId));
    }

    @Override
    public Uni<Boolean> commit(CatalogItem item) {
        return Uni.createFrom().item(() -> {
            Optional.ofNullable(beforeCommits.poll()).ifPresent(Runnable::run);
            return committed(item);
        });
    }

    private synchronized boolean committed(CatalogItem item) {
        long stored = item(item.photoId()).map(CatalogItem::revision).orElse(0L);
        if (stored != item.revision() - 1) {
            return false;
        }
        items.put(item.photoId().toString(), item);
        return true;
    }
}
