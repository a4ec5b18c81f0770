package io.hangtag.job;

import io.hangtag.tagging.CatalogItem;

/** Which photos of the catalog a re-tag takes. Implementations may be called from any thread. */
@FunctionalInterface
public interface ItemFilter {
    boolean matches(CatalogItem item);
}
