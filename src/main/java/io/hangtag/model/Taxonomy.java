package io.hangtag.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The classes of a model in output order, and the thresholds of what stands above them.
 *
 * @param classes in the order of the model's logits
 * @param garmentThresholds one for every garment of the classes, 0..1
 * @param groupThresholds one for every group of the classes, 0..1
 * @param clothingThreshold below it a photo is called not-clothing, 0..1
 */
public record Taxonomy(
        List<GarmentClass> classes,
        Map<String, Double> garmentThresholds,
        Map<String, Double> groupThresholds,
        double clothingThreshold) {
    public Taxonomy {
        classes = List.copyOf(classes);
        garmentThresholds = Map.copyOf(garmentThresholds);
        groupThresholds = Map.copyOf(groupThresholds);
    }

    /** The class of that id. */
    public Optional<GarmentClass> find(String classId) {
        return classes.stream().filter(c -> c.id().equals(classId)).findFirst();
    }

    /** The place of the class of that id among the classes, from 0. */
    public OptionalInt indexOf(String classId) {
        return IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).id().equals(classId))
                .findFirst();
    }
}
