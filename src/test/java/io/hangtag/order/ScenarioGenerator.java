package io.hangtag.order;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Scenarios by seed: the same seed gives the same scenario on every machine. */
final class ScenarioGenerator {
    private static final int LONGEST = 40;
    private static final int CHOICES = 8;

    /** How often each thing happens, beside the others. */
    private static final Map<Step.Kind, Integer> WEIGHTS = new TreeMap<>(Map.ofEntries(
            Map.entry(Step.Kind.PUT, 10),
            Map.entry(Step.Kind.UPLOAD, 2),
            Map.entry(Step.Kind.DELETE, 4),
            Map.entry(Step.Kind.DELETE_VERSION, 3),
            Map.entry(Step.Kind.RETAG, 4),
            Map.entry(Step.Kind.DELIVER, 22),
            Map.entry(Step.Kind.LIST, 4),
            Map.entry(Step.Kind.NAME, 8),
            Map.entry(Step.Kind.UNNAME, 3),
            Map.entry(Step.Kind.DEPLOY, 4),
            Map.entry(Step.Kind.GO, 36),
            Map.entry(Step.Kind.FINISH, 14),
            Map.entry(Step.Kind.CRASH, 4),
            Map.entry(Step.Kind.LOSE, 3)));

    private final List<Step.Kind> kinds = new ArrayList<>();

    ScenarioGenerator() {
        WEIGHTS.forEach((kind, weight) -> {
            for (int i = 0; i < weight; i++) {
                kinds.add(kind);
            }
        });
    }

    Scenario scenario(long seed) {
        Random random = new Random(seed);
        MetadataWrite[] writes = MetadataWrite.values();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.Kind.PUT, random.nextInt(CHOICES), random.nextInt(CHOICES)));
        int length = random.nextInt(LONGEST);
        while (steps.size() < length) {
            steps.add(new Step(
                    kinds.get(random.nextInt(kinds.size())), random.nextInt(CHOICES), random.nextInt(CHOICES)));
        }
        return new Scenario(
                writes[random.nextInt(writes.length)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(1000),
                steps);
    }
}
