package io.hangtag.catalog;

import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Lists a bucket's photos from an index in memory, which is filled at the first call and brought up to date at each. Of a
 * page that was read, the items themselves decide: what was removed or no longer matches is left out.
 */
public final class IndexedCatalogReader implements CatalogReader {
    private final String bucket;
    private final Executor executor;
    private final CatalogIndex index = new CatalogIndex();
    private final FacetVocabulary vocabulary;
    private final PageRead pages;
    private final SharedWork<CatalogSnapshot> refresh;

    /**
     * Makes a reader with an empty index.
     *
     * @param executor runs what blocks, on other threads than the caller's
     */
    public IndexedCatalogReader(
            String bucket, CatalogSource source, Taxonomy taxonomy, Clock clock, Executor executor) {
        this.bucket = bucket;
        this.executor = executor;
        this.vocabulary = new FacetVocabulary(taxonomy);
        this.pages = new PageRead(bucket, source, index, new ShownAnswers(taxonomy));
        IndexRefresh following = new IndexRefresh(bucket, source, index, clock);
        this.refresh = new SharedWork<>(following::run, executor);
    }

    @Override
    public Uni<CatalogPage> list(CatalogQuery query) {
        return fresh(query.filter(), snapshot -> {
            Cursor cursor = new Cursor(bucket, query.filter(), query.sort());
            List<CatalogEntry> found =
                    snapshot.select(query.filter(), query.sort(), query.cursor().map(cursor::read), query.limit() + 1);
            boolean more = found.size() > query.limit();
            List<CatalogEntry> page = more ? found.subList(0, query.limit()) : found;
            return new CatalogPage(
                    pages.items(page, query.filter()),
                    more ? Optional.of(cursor.write(page.get(page.size() - 1))) : Optional.empty(),
                    query.cursor().isPresent() ? Optional.empty() : Optional.of(snapshot.count(query.filter())));
        });
    }

    @Override
    public Multi<CatalogItem> items(CatalogFilter filter, CatalogSort sort) {
        CatalogQuery query = new CatalogQuery(filter, sort, CatalogQuery.MAXIMUM_LIMIT, Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(query.cursor()),
                        cursor -> list(query.from(cursor.get())).invoke(page -> cursor.set(page.cursor())))
                .whilst(page -> page.cursor().isPresent())
                .onItem()
                .transformToIterable(CatalogPage::items);
    }

    @Override
    public Uni<List<PhotoId>> photoIds(CatalogFilter filter) {
        return fresh(
                filter,
                snapshot -> snapshot.select(filter, CatalogSort.NEWEST, Optional.empty(), Integer.MAX_VALUE).stream()
                        .map(CatalogEntry::key)
                        .sorted()
                        .map(key -> new PhotoId(bucket, key))
                        .toList());
    }

    @Override
    public Uni<CatalogCounts> counts(CatalogFilter filter) {
        return fresh(filter, snapshot -> snapshot.count(filter));
    }

    private <T> Uni<T> fresh(CatalogFilter filter, Function<CatalogSnapshot, T> answer) {
        return Uni.createFrom()
                .completionStage(refresh::next)
                // All who wait for one refresh would go on in its thread, one after the other.
                .emitOn(executor)
                .invoke(snapshot -> vocabulary.check(filter, snapshot))
                .map(answer);
    }
}
