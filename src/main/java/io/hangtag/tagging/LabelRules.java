package io.hangtag.tagging;

import io.hangtag.model.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a person's word makes of an item. Pure; the result is the next revision of the item it was given. */
final class LabelRules {
    /** Whether a person can name the photo: it is there, and a model has looked at it. */
    boolean isNameable(CatalogItem item) {
        return item.state() != PhotoState.REMOVED && item.content() != null && item.decision() != null;
    }

    /** The item with that correction in force; the one before it becomes history. */
    CatalogItem named(CatalogItem item, Naming naming, Instant at) {
        List<HumanLabel> history = new ArrayList<>(item.history());
        if (item.human() != null) {
            history.add(item.human());
        }
        String previous =
                item.human() == null ? item.decision().classId() : item.human().classId();
        HumanLabel label = new HumanLabel(
                naming.classId(),
                naming.by(),
                at,
                naming.why(),
                previous,
                item.content().contentHash());
        return next(item, label, history);
    }

    /** The item as if the correction in force had not been made; the same item where there is none. */
    CatalogItem unnamed(CatalogItem item) {
        if (item.human() == null) {
            return item;
        }
        List<HumanLabel> history = new ArrayList<>(item.history());
        HumanLabel before = history.isEmpty() ? null : history.get(history.size() - 1);
        // A correction of other content says nothing of this one.
        if (before == null
                || !Objects.equals(before.contentHash(), item.content().contentHash())) {
            return next(item, null, history);
        }
        history.remove(history.size() - 1);
        return next(item, before, history);
    }

    private static CatalogItem next(CatalogItem item, HumanLabel human, List<HumanLabel> history) {
        return item.withHuman(state(item, human), human, history).after(item.revision());
    }

    private static PhotoState state(CatalogItem item, HumanLabel human) {
        if (human == null) {
            return PhotoState.of(item.decision());
        }
        return human.classId().equals(Decision.NOT_CLOTHING) ? PhotoState.NOT_CLOTHING : PhotoState.TAGGED;
    }
}
