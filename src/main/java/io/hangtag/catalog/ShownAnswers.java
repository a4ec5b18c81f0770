package io.hangtag.catalog;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what items show, in the classes of one taxonomy. Immutable. */
public final class ShownAnswers {
    private final Map<String, ShownAnswer> named;

    /** Answers with the facets of that taxonomy's classes. */
    public ShownAnswers(Taxonomy taxonomy) {
        this.named = taxonomy.classes().stream().collect(Collectors.toMap(GarmentClass::id, ShownAnswers::of));
    }

    /** Of an item. */
    public ShownAnswer of(CatalogItem item) {
        if (item.human() != null) {
            return ofPerson(item.human().classId());
        }
        Decision decision = item.decision();
        if (decision == null) {
            return ShownAnswer.NONE;
        }
        return new ShownAnswer(
                decision.level(),
                decision.classId(),
                decision.group(),
                decision.garment(),
                decision.audience(),
                decision.pattern());
    }

    /** Of a person's word; a class that the taxonomy does not have has no facets. */
    public ShownAnswer ofPerson(String classId) {
        ShownAnswer answer = named.get(classId);
        return answer == null ? new ShownAnswer(AnswerLevel.CLASS, classId, null, null, null, null) : answer;
    }

    private static ShownAnswer of(GarmentClass named) {
        return new ShownAnswer(
                AnswerLevel.CLASS, named.id(), named.group(), named.garment(), named.audience(), named.pattern());
    }
}
