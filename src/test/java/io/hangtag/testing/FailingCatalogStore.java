package io.hangtag.testing;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * A catalog whose table does not answer.
 *
 * @param failure what every call fails by
 */
public record FailingCatalogStore(RuntimeException failure) implements CatalogStore {
    @Override
    public Uni<Optional<CatalogItem>> find(PhotoId photoId) {
        return Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Boolean> commit(CatalogItem item) {
        return Uni.createFrom().failure(failure);
    }
}
