package io.hangtag.catalog;

import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.Taxonomy;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values that a filter may name: those of the model that serves, and those that photos still have of an earlier one.
 * States and models are read by their form instead, since a model leaves the catalog while somebody looks at its photos.
 */
final class FacetVocabulary {
    private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

    FacetVocabulary(Taxonomy taxonomy) {
        Set<String> classes = new HashSet<>(Set.of(Decision.UNIDENTIFIED, Decision.NOT_CLOTHING));
        classes.addAll(distinct(taxonomy, GarmentClass::id));
        values.put(Facet.CLASS, classes);
        values.put(Facet.GROUP, distinct(taxonomy, GarmentClass::group));
        values.put(Facet.GARMENT, distinct(taxonomy, GarmentClass::garment));
        values.put(Facet.AUDIENCE, distinct(taxonomy, GarmentClass::audience));
        values.put(Facet.PATTERN, distinct(taxonomy, GarmentClass::pattern));
    }

    private static Set<String> distinct(Taxonomy taxonomy, Function<GarmentClass, String> field) {
        return taxonomy.classes().stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Refuses what is in neither. */
    void check(CatalogFilter filter, CatalogSnapshot snapshot) {
        filter.facets()
                .forEach((facet, named) -> named.forEach(value -> {
                    boolean known = !values.containsKey(facet)
                            || values.get(facet).contains(value)
                            || snapshot.knows(facet, value);
                    if (!known) {
                        throw new UnknownFacetValueException(facet, value);
                    }
                }));
    }
}
