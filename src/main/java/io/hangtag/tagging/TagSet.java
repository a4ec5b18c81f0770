package io.hangtag.tagging;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.Taxonomy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Our tags of one photo, most important first: where an object has no room for all, the last ones are left out. The same
 * names are the fields of the user metadata.
 *
 * @param fields tag name without prefix to value, in order; class, group, garment, audience, confidence, model
 * @param contentHash SHA-256 of the content they tell of, {@code null} where they tell of none
 */
public record TagSet(Map<String, String> fields, String contentHash) {
    /** Precedes each name in the object's tags. */
    public static final String TAG_PREFIX = "hangtag:";

    /** Precedes each name in the user metadata. */
    public static final String METADATA_PREFIX = "hangtag-";

    /** The metadata field, without prefix, that says which content the others tell of. */
    public static final String CONTENT_FIELD = "content";

    public TagSet {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** No tags: what an object bears that has no answer. */
    public static TagSet none() {
        return new TagSet(Map.of(), null);
    }

    /** The tags for a decision; facets that were not answered are left out. */
    public static TagSet of(Decision decision, ModelVersion model, String contentHash) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("class", decision.classId());
        putIfAnswered(fields, "group", decision.group());
        putIfAnswered(fields, "garment", decision.garment());
        putIfAnswered(fields, "audience", decision.audience());
        fields.put("confidence", String.format(Locale.ROOT, "%.2f", decision.confidence()));
        fields.put("model", model.toString());
        return new TagSet(fields, contentHash);
    }

    /**
     * The tags for a photo that a person named: their class with its facets, at confidence 1.
     *
     * @param taxonomy of the model that serves; a class it does not have is written without facets
     */
    public static TagSet ofHuman(HumanLabel human, Taxonomy taxonomy, ModelVersion model, String contentHash) {
        Optional<GarmentClass> named = taxonomy.find(human.classId());
        Decision decision = new Decision(
                !human.classId().equals(Decision.NOT_CLOTHING),
                AnswerLevel.CLASS,
                human.classId(),
                named.map(GarmentClass::group).orElse(null),
                named.map(GarmentClass::garment).orElse(null),
                named.map(GarmentClass::audience).orElse(null),
                named.map(GarmentClass::pattern).orElse(null),
                1.0,
                List.of());
        return of(decision, model, contentHash);
    }

    private static void putIfAnswered(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
