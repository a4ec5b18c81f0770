package io.hangtag.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the classes and thresholds of a package. */
final class TaxonomyReader {
    private final PackageCheck check;

    TaxonomyReader(PackageCheck check) {
        this.check = check;
    }

    Taxonomy read(ModelDescription description) {
        List<ModelDescription.ClassEntry> entries = check.present(description.classes(), "classes");
        check.that(entries.size() >= 2, "classes", "must be at least two");
        Set<String> ids = new HashSet<>();
        List<GarmentClass> classes =
                entries.stream().map(entry -> garmentClass(entry, ids)).toList();
        ModelDescription.Thresholds thresholds = check.present(description.thresholds(), "thresholds");
        Map<String, Double> garments = check.present(thresholds.garment(), "thresholds.garment");
        Map<String, Double> groups = check.present(thresholds.group(), "thresholds.group");
        for (GarmentClass entry : classes) {
            check.probability(garments.get(entry.garment()), "thresholds.garment." + entry.garment());
            check.probability(groups.get(entry.group()), "thresholds.group." + entry.group());
        }
        boolean namesClothing = check.present(description.outputs(), "outputs").clothing() != null;
        double clothing = namesClothing ? check.probability(thresholds.clothing(), "thresholds.clothing") : 0;
        return new Taxonomy(classes, garments, groups, clothing);
    }

    private GarmentClass garmentClass(ModelDescription.ClassEntry entry, Set<String> ids) {
        String id = check.present(entry.id(), "classes[].id");
        check.that(ids.add(id), "classes", "name '" + id + "' twice");
        return new GarmentClass(
                id,
                check.present(entry.group(), "classes." + id + ".group"),
                check.present(entry.garment(), "classes." + id + ".garment"),
                entry.audience(),
                entry.pattern(),
                check.probability(entry.threshold(), "classes." + id + ".threshold"));
    }
}
