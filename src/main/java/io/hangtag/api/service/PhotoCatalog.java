package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.catalog.BrokenCursorException;
import io.hangtag.catalog.CatalogCounts;
import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.CatalogPage;
import io.hangtag.catalog.CatalogQuery;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.CatalogSort;
import io.hangtag.catalog.UnknownFacetValueException;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the catalog; what is asked for and cannot be is refused as the caller's mistake. */
@ApplicationScoped
public class PhotoCatalog {
    private final CatalogStore store;
    private final CatalogReader reader;

    PhotoCatalog(CatalogStore store, CatalogReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** One page. */
    public Uni<CatalogPage> list(CatalogQuery query) {
        return reader.list(query).onFailure().transform(PhotoCatalog::refused);
    }

    /** Every photo that matches, as fast as it is taken, so that no export is held in memory. */
    public Multi<CatalogItem> items(CatalogFilter filter, CatalogSort sort) {
        return reader.items(filter, sort).onFailure().transform(PhotoCatalog::refused);
    }

    /** How many photos match. */
    public Uni<CatalogCounts> counts(CatalogFilter filter) {
        return reader.counts(filter).onFailure().transform(PhotoCatalog::refused);
    }

    /** One item; fails with {@code NOT_FOUND} where the catalog has none. */
    public Uni<CatalogItem> find(PhotoId photoId) {
        return store.find(photoId)
                .map(found -> found.orElseThrow(() -> new HangtagException(
                        ErrorCode.NOT_FOUND,
                        "The catalog has no photo " + photoId + "; if it was just uploaded, it is not tagged yet")));
    }

    private static Throwable refused(Throwable failure) {
        if (failure instanceof BrokenCursorException broken) {
            return new RequestProblemException(RequestProblem.BROKEN_CURSOR, broken.getMessage());
        }
        if (failure instanceof UnknownFacetValueException unknown) {
            return new RequestProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    "'%s': %s".formatted(unknown.facet().wireName(), unknown.getMessage()));
        }
        return failure;
    }
}
