package io.hangtag.order;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happened over all scenarios. */
final class ScenarioTally {
    private final Map<String, Integer> steps = new TreeMap<>();
    private int deliveries;
    private int scenarios;

    void scenario() {
        scenarios++;
    }

    void step(Step.Kind kind) {
        steps.merge(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), 1, Integer::sum);
    }

    void delivery() {
        deliveries++;
    }

    int scenarios() {
        return scenarios;
    }

    int deliveries() {
        return deliveries;
    }

    Map<String, Integer> steps() {
        return steps;
    }
}
