package io.hangtag.testing;

import io.hangtag.tagging.ObjectLabels;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.StoredPhoto;
import io.hangtag.tagging.TagSet;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bucket whose photos come when the test says, each on a thread of its own, as those of S3 do. */
public final class SlowPhotoStore implements PhotoStore, AutoCloseable {
    private final PhotoStore bucket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<PhotoId> fetching = new ArrayList<>();
    private final Map<PhotoId, CompletableFuture<Void>> given = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private int mostAtOnce;

    /** @param bucket what lies there; called by one thread at a time */
    public SlowPhotoStore(PhotoStore bucket) {
        this.bucket = bucket;
    }

    /** What was asked for and has not come yet, by key. */
    public synchronized List<PhotoId> fetching() {
        return List.copyOf(fetching);
    }

    /** The most photos that were on their way at one time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** Lets that photo come. */
    public void give(PhotoId photoId) {
        given(photoId).complete(null);
    }

    /** Lets every photo come from now on. */
    public void giveAll() {
        all.complete(null);
    }

    @Override
    public Uni<StoredPhoto> fetch(PhotoId photoId) {
        return Uni.createFrom()
                .item(() -> {
                    begin(photoId);
                    CompletableFuture.anyOf(given(photoId), all).join();
                    return end(photoId);
                })
                .runSubscriptionOn(threads);
    }

    private synchronized void begin(PhotoId photoId) {
        fetching.add(photoId);
        // Threads start in any order.
        fetching.sort((one, other) -> one.key().compareTo(other.key()));
        mostAtOnce = Math.max(mostAtOnce, fetching.size());
    }

    private synchronized StoredPhoto end(PhotoId photoId) {
        fetching.remove(photoId);
        return bucket.fetch(photoId).await().indefinitely();
    }

    private CompletableFuture<Void> given(PhotoId photoId) {
        return given.computeIfAbsent(photoId, id -> new CompletableFuture<>());
    }

    @Override
    public synchronized Uni<Optional<ObjectVersion>> describe(PhotoId photoId) {
        return bucket.describe(photoId);
    }

    @Override
    public synchronized Uni<ObjectLabels> labels(PhotoId photoId) {
        return bucket.labels(photoId);
    }

    @Override
    public Uni<WriteResult> write(ObjectVersion version, TagSet tags) {
        return Uni.createFrom().item(() -> written(version, tags));
    }

    private synchronized WriteResult written(ObjectVersion version, TagSet tags) {
        return bucket.write(version, tags).await().indefinitely();
    }

    @Override
    public void close() {
        giveAll();
        threads.shutdownNow();
    }
}
