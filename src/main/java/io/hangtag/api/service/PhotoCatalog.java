package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogPage;
import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the catalog. */
@ApplicationScoped
public class PhotoCatalog {
    private final CatalogStore catalog;

    PhotoCatalog(CatalogStore catalog) {
        this.catalog = catalog;
    }

    /** One page; a cursor that no listing gave out is the caller's mistake. */
    public Uni<CatalogPage> list(CatalogQuery query) {
        return catalog.list(query)
                .onFailure(IllegalArgumentException.class)
                .transform(failure -> new RequestProblemException(
                        RequestProblem.BROKEN_CURSOR, "The cursor is not one of this listing; begin again without it"));
    }

    /** One item; fails with {@code NOT_FOUND} where the catalog has none. */
    public Uni<CatalogItem> find(PhotoId photoId) {
        return catalog.find(photoId)
                .map(found -> found.orElseThrow(() -> new HangtagException(
                        ErrorCode.NOT_FOUND,
                        "The catalog has no photo " + photoId + "; if it was just uploaded, it is not tagged yet")));
    }
}
