package io.hangtag.api.service;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogPage;
import io.hangtag.tagging.CatalogQuery;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Walks the catalog page by page, as fast as the items are taken, so that no export is held in memory. */
@ApplicationScoped
public class CatalogExport {
    private final PhotoCatalog catalog;

    CatalogExport(PhotoCatalog catalog) {
        this.catalog = catalog;
    }

    /** Every item of a query, from its cursor on; its limit is the size of the pages that are read. */
    public Multi<CatalogItem> items(CatalogQuery query) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(query.cursor()),
                        cursor -> catalog.list(from(query, cursor.get())).invoke(page -> cursor.set(page.cursor())))
                .whilst(page -> page.cursor().isPresent())
                .onItem()
                .transformToIterable(CatalogPage::items);
    }

    private static CatalogQuery from(CatalogQuery query, Optional<String> cursor) {
        return new CatalogQuery(query.bucket(), query.state(), query.classId(), query.limit(), cursor);
    }
}
