package io.hangtag.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * {@code model.json} as written, field by field as {@code docs/model-package.md} names them; not yet checked. Anything may
 * be missing ({@code null}) here.
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ModelDescription(
        Integer schema,
        String name,
        String version,
        String sha256,
        String licence,
        Input input,
        Outputs outputs,
        Head head,
        Double temperature,
        Integer decisionRule,
        List<ClassEntry> classes,
        Thresholds thresholds,
        JsonNode metrics) {
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Input(String name, Integer size, String color, String invert, String filter, List<Integer> pad) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outputs(String logits, String clothing, String activation) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Head(String file, String sha256) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClassEntry(String id, String group, String garment, String audience, String pattern, Double threshold) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Thresholds(Double clothing, Map<String, Double> garment, Map<String, Double> group) {}
}
