package io.hangtag.testing;

import io.hangtag.catalog.CatalogChange;
import io.hangtag.catalog.CatalogSource;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with an index by change. What was written can be kept from the index until later, as DynamoDB's lag does, and calls
 * can be made to fail.
 */
public final class InMemoryCatalogSource implements CatalogSource {
    private record Committed(CatalogItem item, Instant changedAt) {}

    private final ShownAnswers answers;
    private final Map<PhotoId, Committed> items = new ConcurrentHashMap<>();
    private final Map<PhotoId, Committed> indexed = new ConcurrentHashMap<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<Integer> reads = new CopyOnWriteArrayList<>();
    private final List<Integer> told = new CopyOnWriteArrayList<>();

    public InMemoryCatalogSource(ShownAnswers answers) {
        this.answers = answers;
    }

    /** Commits an item; table and index have it. */
    public void commit(CatalogItem item, Instant changedAt) {
        commitUnindexed(item, changedAt);
        index(item.photoId());
    }

    /** Commits an item that the index does not have yet. */
    public void commitUnindexed(CatalogItem item, Instant changedAt) {
        items.put(item.photoId(), new Committed(item, changedAt));
    }

    /** The index takes over what the table has of a photo. */
    public void index(PhotoId photoId) {
        indexed.put(photoId, items.get(photoId));
    }

    /** An item that expired, or that an operator deleted, leaves without a trace. */
    public void delete(PhotoId photoId) {
        items.remove(photoId);
        indexed.remove(photoId);
    }

    /** The next read of changes fails, after the first one if there are any. */
    public void failNextChanges(RuntimeException failure) {
        failures.add(failure);
    }

    /** How many items each call read, in order. */
    public List<Integer> reads() {
        return List.copyOf(reads);
    }

    /** How many changes each call told, in order. */
    public List<Integer> told() {
        return List.copyOf(told);
    }

    @Override
    public <T> T changes(String bucket, Optional<Instant> since, Function<Stream<CatalogChange>, T> reading) {
        List<Committed> found = indexed.values().stream()
                .filter(each -> each.item().photoId().bucket().equals(bucket))
                .filter(each -> since.isEmpty() || !each.changedAt().isBefore(since.get()))
                .sorted(Comparator.comparing(Committed::changedAt))
                .toList();
        told.add(found.size());
        RuntimeException failure = failures.poll();
        return reading.apply(Stream.concat(
                found.stream().map(each -> CatalogChange.of(each.item(), each.changedAt(), answers)),
                Stream.ofNullable(failure).map(thrown -> {
                    throw thrown;
                })));
    }

    @Override
    public Map<PhotoId, CatalogItem> items(Collection<PhotoId> photoIds) {
        reads.add(photoIds.size());
        return photoIds.stream()
                .filter(items::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(), id -> items.get(id).item()));
    }
}
