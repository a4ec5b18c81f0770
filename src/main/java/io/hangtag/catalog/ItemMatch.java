package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import java.util.Map;
import java.util.Set;

/** A filter held against single items, where no index is at hand. Matches what the listing matches. Immutable. */
public final class ItemMatch {
    private final CatalogFilter filter;
    private final ShownAnswers answers;
    private final TextFold fold = new TextFold();

    /** Matches by a filter, with what items show in one taxonomy. */
    public ItemMatch(CatalogFilter filter, ShownAnswers answers) {
        this.filter = filter;
        this.answers = answers;
    }

    public boolean matches(CatalogItem item) {
        CatalogChange change = CatalogChange.of(item, item.taggedAt(), answers);
        return filter.facets().entrySet().stream().allMatch(wanted -> has(change, wanted))
                && change.confidence() >= filter.minConfidence()
                && change.confidence() <= filter.maxConfidence()
                && filter.uploadedFrom()
                        .map(from -> !change.uploadedAt().isBefore(from))
                        .orElse(true)
                && filter.uploadedTo().map(change.uploadedAt()::isBefore).orElse(true)
                && (change.corrected() || !filter.corrected())
                && filter.text()
                        .map(text -> fold.of(item.photoId().key()).contains(fold.of(text)))
                        .orElse(true);
    }

    private static boolean has(CatalogChange change, Map.Entry<Facet, ? extends Set<String>> wanted) {
        String value = value(change, wanted.getKey());
        return value != null && wanted.getValue().contains(value);
    }

    private static String value(CatalogChange change, Facet facet) {
        return switch (facet) {
            case STATE -> change.state().wireName();
            case CLASS -> change.answer().classId();
            case GROUP -> change.answer().group();
            case GARMENT -> change.answer().garment();
            case AUDIENCE -> change.answer().audience();
            case PATTERN -> change.answer().pattern();
            case MODEL -> change.model();
        };
    }
}
