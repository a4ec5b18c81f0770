package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Lists the catalog. Every answer takes in what the source tells when it is asked. Failures are
 * {@link io.hangtag.error.HangtagException}s ({@code ACCESS_DENIED}, {@code STORE_UNAVAILABLE}) and
 * {@link UnknownFacetValueException}. May be called from any thread.
 */
public interface CatalogReader {
    /** One page; reads the items of this page only. Fails with {@link BrokenCursorException} for a cursor of another query. */
    Uni<CatalogPage> list(CatalogQuery query);

    /** Every item that matches, read page by page as they are taken. */
    Multi<CatalogItem> items(CatalogFilter filter, CatalogSort sort);

    /** The ids of all photos that match, in the order of their keys; reads no item. */
    Uni<List<PhotoId>> photoIds(CatalogFilter filter);

    /** How many match; reads no item. */
    Uni<CatalogCounts> counts(CatalogFilter filter);
}
