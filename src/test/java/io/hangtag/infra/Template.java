package io.hangtag.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code template.yaml} as JSON, its short intrinsic functions written out: {@code !Ref x} is {@code {"Ref": "x"}}. */
record Template(JsonNode root) {
    static Template read() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("template.yaml"))) {
            return new Template(new ObjectMapper().valueToTree(new Yaml(new Intrinsics()).load(reader)));
        }
    }

    JsonNode properties(String logicalId) {
        return root.path("Resources").path(logicalId).path("Properties");
    }

    /** Properties by logical id of all resources of a type. */
    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        root.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        });
        return found;
    }

    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(strict());
            yamlMultiConstructors.put("!", new WrittenOut());
        }

        /** A key that stands twice loses what it held first, without a word of CloudFormation. */
        private static LoaderOptions strict() {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return options;
        }

        private final class WrittenOut extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                boolean plain = name.equals("Ref") || name.equals("Condition");
                return Map.of(plain ? name : "Fn::" + name, argument(node));
            }

            private Object argument(Node node) {
                return switch (node.getNodeId()) {
                    case scalar -> constructScalar((ScalarNode) node);
                    case sequence -> constructSequence((SequenceNode) node);
                    case mapping -> constructMapping((MappingNode) node);
                    case anchor -> throw new IllegalStateException("Anchors are resolved before they are constructed");
                };
            }
        }
    }
}
