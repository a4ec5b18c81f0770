package io.hangtag.catalog;

import io.hangtag.tagging.PhotoState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Of every photo of one bucket what filters, orders and counts need, in memory; some 200 bytes a photo. Changes may be told
 * in any order and repeatedly. Safe from several threads: changes wait for each other, readers for nobody.
 */
final class CatalogIndex {
    private final Map<String, CatalogEntry> byKey = new HashMap<>();
    private final Map<List<String>, FacetRow> rows = new HashMap<>();
    private final List<FacetRow> rowsInOrder = new ArrayList<>();
    private final TextFold fold = new TextFold();
    private long newest = Long.MIN_VALUE;
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.EMPTY;

    /** The photos as of the last change. */
    CatalogSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Takes changes over, all or, if reading them fails, none.
     *
     * @return how many were news
     */
    synchronized int apply(Stream<CatalogChange> changes) {
        Map<String, CatalogEntry> news = new HashMap<>();
        changes.forEach(change -> {
            String key = change.photoId().key();
            CatalogEntry known = news.getOrDefault(key, byKey.get(key));
            if (known == null || known.isFollowedBy(change)) {
                news.put(key, entry(change));
            }
        });
        replace(news);
        return news.size();
    }

    /** Drops a photo whose item is no longer there, unless there has been news of it since. */
    synchronized void forget(CatalogEntry entry) {
        if (byKey.remove(entry.key(), entry)) {
            snapshot = snapshot.after(Set.of(entry), List.of(), rowsInOrder);
        }
    }

    /** The latest commit that has been told of, by the clock of whoever committed; empty before the first. */
    synchronized Optional<Instant> newest() {
        return newest == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
    }

    private void replace(Map<String, CatalogEntry> news) {
        Set<CatalogEntry> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        List<CatalogEntry> come = new ArrayList<>(news.size());
        news.values().forEach(entry -> {
            newest = Math.max(newest, entry.changedAt());
            CatalogEntry before = byKey.put(entry.key(), entry);
            if (before != null && !before.removed()) {
                gone.add(before);
            }
            if (!entry.removed()) {
                come.add(entry);
            }
        });
        if (!gone.isEmpty() || !come.isEmpty()) {
            snapshot = snapshot.after(gone, come, rowsInOrder);
        }
    }

    private CatalogEntry entry(CatalogChange change) {
        String key = change.photoId().key();
        boolean removed = change.state() == PhotoState.REMOVED;
        return new CatalogEntry(
                key,
                removed ? key : fold.of(key),
                removed ? null : row(change),
                change.confidence(),
                change.uploadedAt().toEpochMilli(),
                change.changedAt().toEpochMilli(),
                change.revision(),
                change.corrected());
    }

    private FacetRow row(CatalogChange change) {
        ShownAnswer answer = change.answer();
        List<String> values = Arrays.asList(
                change.state().wireName(),
                answer.classId(),
                answer.group(),
                answer.garment(),
                answer.audience(),
                answer.pattern(),
                change.model());
        return rows.computeIfAbsent(values, any -> {
            FacetRow row = new FacetRow(rowsInOrder.size(), Collections.unmodifiableList(values));
            rowsInOrder.add(row);
            return row;
        });
    }
}
