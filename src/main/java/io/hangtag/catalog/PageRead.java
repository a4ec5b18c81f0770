package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the items of a page that the index chose. The index learns from what it finds. */
final class PageRead {
    private final String bucket;
    private final CatalogSource source;
    private final CatalogIndex index;
    private final ShownAnswers answers;

    PageRead(String bucket, CatalogSource source, CatalogIndex index, ShownAnswers answers) {
        this.bucket = bucket;
        this.source = source;
        this.index = index;
        this.answers = answers;
    }

    /** The items in that order, without those that are gone or, changed since the index was told, match no more. */
    List<CatalogItem> items(List<CatalogEntry> page, CatalogFilter filter) {
        Map<PhotoId, CatalogItem> read =
                source.items(page.stream().map(this::photoId).toList());
        List<CatalogItem> items = new ArrayList<>(page.size());
        for (CatalogEntry entry : page) {
            CatalogItem item = read.get(photoId(entry));
            if (item == null) {
                index.forget(entry);
            } else if (item.revision() == entry.revision() || stillMatches(item, entry, filter)) {
                items.add(item);
            }
        }
        return items;
    }

    private boolean stillMatches(CatalogItem item, CatalogEntry entry, CatalogFilter filter) {
        CatalogChange change = CatalogChange.of(item, Instant.ofEpochMilli(entry.changedAt()), answers);
        index.apply(Stream.of(change));
        CatalogIndex alone = new CatalogIndex();
        alone.apply(Stream.of(change));
        return alone.snapshot().count(filter).total() == 1;
    }

    private PhotoId photoId(CatalogEntry entry) {
        return new PhotoId(bucket, entry.key());
    }
}
