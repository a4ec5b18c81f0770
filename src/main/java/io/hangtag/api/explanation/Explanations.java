package io.hangtag.api.explanation;

import io.hangtag.api.image.DecodingPool;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Heat maps of stored photos. */
@ApplicationScoped
public class Explanations {
    private final PhotoStore photos;
    private final DecodingPool pool;
    private final Explainer explainer;

    Explanations(PhotoStore photos, DecodingPool pool, Explainer explainer) {
        this.photos = photos;
        this.pool = pool;
        this.explainer = explainer;
    }

    /** The heat map of a class as a PNG; fails as fetching and {@link Explainer#explain} do. */
    public Uni<byte[]> of(PhotoId photoId, String classId) {
        explainer.checkAvailable();
        return pool.run(() ->
                explainer.explain(photos.fetch(photoId).await().indefinitely().bytes(), classId));
    }
}
