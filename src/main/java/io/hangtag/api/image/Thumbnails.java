package io.hangtag.api.image;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Thumbnails of catalogued photos, the latest of them kept in memory up to a weight. Requests for one that is being made
 * wait for it together.
 */
@ApplicationScoped
public class Thumbnails {
    /** What a key and its place in the cache take, roughly, so that a million tiny ones are not free. */
    private static final int OVERHEAD = 500;

    private final PhotoStore photos;
    private final DecodingPool pool;
    private final ThumbnailMaker maker;
    private final AsyncCache<ThumbnailKey, Thumbnail> cache;

    Thumbnails(PhotoStore photos, DecodingPool pool, ThumbnailMaker maker, HangtagConfig config) {
        this.photos = photos;
        this.pool = pool;
        this.maker = maker;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.api().thumbnailMemory())
                .<ThumbnailKey, Thumbnail>weigher((key, thumbnail) -> thumbnail.jpeg().length + OVERHEAD)
                .recordStats()
                .buildAsync();
    }

    /**
     * The thumbnail of an item's photo. A photo that could not be read fails with the code in its item, unread; one that
     * was overwritten since is shown as it is now.
     *
     * @param size what the longer side has at most, in pixels
     */
    public Uni<Thumbnail> of(CatalogItem item, int size) {
        if (item.failure() != null) {
            return Uni.createFrom()
                    .failure(new HangtagException(
                            item.failure().code(), item.failure().text()));
        }
        if (item.content() == null) {
            return Uni.createFrom()
                    .failure(new HangtagException(ErrorCode.NOT_FOUND, "The photo " + item.photoId() + " was removed"));
        }
        String contentHash = item.content().contentHash();
        ThumbnailKey key = new ThumbnailKey(item.photoId(), contentHash, size);
        return Uni.createFrom()
                .completionStage(() -> cache.get(
                        key, (missing, executor) -> make(item.photoId(), size).subscribeAsCompletionStage()))
                .invoke(thumbnail -> {
                    if (!thumbnail.shows(contentHash)) {
                        cache.synchronous().invalidate(key);
                    }
                });
    }

    /** How often thumbnails were found in memory, and how often made. */
    public CacheStats statistics() {
        return cache.synchronous().stats();
    }

    /** Waiting for the photo in the pool's own thread bounds how many are held in memory, not only how many are decoded. */
    private Uni<Thumbnail> make(PhotoId photoId, int size) {
        return pool.run(
                () -> maker.of(photos.fetch(photoId).await().indefinitely().bytes(), size));
    }
}
