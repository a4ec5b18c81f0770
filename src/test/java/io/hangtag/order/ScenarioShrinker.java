package io.hangtag.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the least that still fails: without whole runs of steps, then without single ones, then with smaller numbers. */
final class ScenarioShrinker {
    private final Predicate<Scenario> fails;

    ScenarioShrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    Scenario shrink(Scenario failing) {
        Scenario least = failing;
        Scenario before;
        do {
            before = least;
            least = withSmallerNumbers(withFewerSteps(least));
        } while (!least.equals(before));
        return least;
    }

    private Scenario withFewerSteps(Scenario failing) {
        Scenario least = failing;
        for (int run = least.steps().size(); run > 0; run /= 2) {
            int first = 0;
            while (first < least.steps().size()) {
                Scenario fewer =
                        least.without(first, Math.min(first + run, least.steps().size()));
                if (fails.test(fewer)) {
                    least = fewer;
                } else {
                    first += run;
                }
            }
        }
        return least;
    }

    private Scenario withSmallerNumbers(Scenario failing) {
        Scenario least = failing;
        for (int i = 0; i < least.steps().size(); i++) {
            for (Step smaller : smaller(least.steps().get(i))) {
                List<Step> steps = new ArrayList<>(least.steps());
                steps.set(i, smaller);
                if (fails.test(least.with(steps))) {
                    least = least.with(steps);
                    break;
                }
            }
        }
        return least;
    }

    private static List<Step> smaller(Step step) {
        List<Step> smaller = new ArrayList<>();
        for (int a = 0; a <= step.a(); a++) {
            for (int b = 0; b <= step.b(); b++) {
                if (a < step.a() || b < step.b()) {
                    smaller.add(new Step(step.kind(), a, b));
                }
            }
        }
        return smaller;
    }
}
