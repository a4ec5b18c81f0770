package io.hangtag.job;

import io.hangtag.model.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Filters by who answered. */
public final class ModelFilters implements ItemFilters {
    private static final String MODEL = "model";

    @Override
    public ItemFilter read(Map<String, List<String>> filter) {
        if (!Set.of(MODEL).containsAll(filter.keySet())) {
            throw new IllegalArgumentException("A re-tag is filtered by model, not by " + filter.keySet());
        }
        Set<ModelVersion> models = filter.getOrDefault(MODEL, List.of()).stream()
                .map(ModelVersion::parse)
                .collect(Collectors.toSet());
        return item -> models.isEmpty() || models.contains(item.model());
    }
}
