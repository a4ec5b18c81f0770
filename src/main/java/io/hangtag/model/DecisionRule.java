package io.hangtag.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Decision rule 1 of {@code docs/model-package.md}: thresholds, with back-off from class to garment to group. Stateless. */
public final class DecisionRule {
    private static final int TOP = 5;

    private final Taxonomy taxonomy;

    public DecisionRule(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** What is answered for a prediction of this taxonomy. */
    public Decision decide(Prediction prediction) {
        List<RankedClass> top = top(prediction.probabilities());
        if (prediction.clothing().isPresent() && prediction.clothing().getAsDouble() < taxonomy.clothingThreshold()) {
            double confidence = 1 - prediction.clothing().getAsDouble();
            return unnamed(false, Decision.NOT_CLOTHING, confidence, top);
        }
        return classLevel(top)
                .or(() -> garmentLevel(prediction, top))
                .or(() -> groupLevel(prediction, top))
                .orElseGet(() -> unnamed(true, Decision.UNIDENTIFIED, top.get(0).probability(), top));
    }

    private List<RankedClass> top(double[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .reversed())
                .limit(TOP)
                .map(i -> new RankedClass(taxonomy.classes().get(i).id(), probabilities[i]))
                .toList();
    }

    private Optional<Decision> classLevel(List<RankedClass> top) {
        double confidence = top.get(0).probability();
        return taxonomy.find(top.get(0).classId())
                .filter(best -> confidence >= best.threshold())
                .map(best -> new Decision(
                        true,
                        AnswerLevel.CLASS,
                        best.id(),
                        best.group(),
                        best.garment(),
                        best.audience(),
                        best.pattern(),
                        confidence,
                        top));
    }

    private Optional<Decision> garmentLevel(Prediction prediction, List<RankedClass> top) {
        Map.Entry<String, Double> best = largestSum(prediction, GarmentClass::garment);
        if (best.getValue() < taxonomy.garmentThresholds().get(best.getKey())) {
            return Optional.empty();
        }
        String garment = best.getKey();
        // A garment's classes may stand in two groups in some other taxonomy; the likelier group is answered then.
        String group = largestSum(prediction, c -> c.garment().equals(garment) ? c.group() : null)
                .getKey();
        return Optional.of(new Decision(
                true, AnswerLevel.GARMENT, Decision.UNIDENTIFIED, group, garment, null, null, best.getValue(), top));
    }

    private Optional<Decision> groupLevel(Prediction prediction, List<RankedClass> top) {
        Map.Entry<String, Double> best = largestSum(prediction, GarmentClass::group);
        return Optional.of(best)
                .filter(group -> group.getValue() >= taxonomy.groupThresholds().get(group.getKey()))
                .map(group -> new Decision(
                        true,
                        AnswerLevel.GROUP,
                        Decision.UNIDENTIFIED,
                        group.getKey(),
                        null,
                        null,
                        null,
                        group.getValue(),
                        top));
    }

    private Map.Entry<String, Double> largestSum(Prediction prediction, Function<GarmentClass, String> facet) {
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < prediction.probabilities().length; i++) {
            String value = facet.apply(taxonomy.classes().get(i));
            if (value != null) {
                sums.merge(value, prediction.probabilities()[i], Double::sum);
            }
        }
        // Rounding can carry a sum a hair above 1, which would be no probability.
        return sums.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), Math.min(1.0, entry.getValue())))
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
    }

    private static Decision unnamed(boolean clothing, String classId, double confidence, List<RankedClass> top) {
        return new Decision(clothing, AnswerLevel.NONE, classId, null, null, null, null, confidence, top);
    }
}
