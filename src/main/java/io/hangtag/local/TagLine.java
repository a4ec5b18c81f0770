package io.hangtag.local;

import io.hangtag.model.Decision;
import io.hangtag.tagging.CatalogItem;
import java.util.Locale;

/** One item as one line for a person: file, answer, how precise it is, how sure. */
final class TagLine {
    private final String prefix;

    TagLine(String prefix) {
        this.prefix = prefix;
    }

    String of(CatalogItem item) {
        String key = item.photoId().key();
        String file = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        return String.format(Locale.ROOT, "%-32s  %s", file, answer(item)).stripTrailing();
    }

    private static String answer(CatalogItem item) {
        return switch (item.state()) {
            case TAGGED, NEEDS_REVIEW, NOT_CLOTHING -> answer(item.decision());
            case FAILED ->
                "failed  " + item.failure().code() + ": " + item.failure().text();
            case REMOVED -> "removed";
        };
    }

    private static String answer(Decision decision) {
        String named = switch (decision.level()) {
            case CLASS, NONE -> decision.classId();
            case GARMENT -> decision.garment();
            case GROUP -> decision.group();
        };
        return String.format(
                Locale.ROOT, "%-32s  %-7s  %.2f", named, decision.level().wireName(), decision.confidence());
    }
}
