package io.hangtag.aws;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an attribute map in which what is absent is left out rather than written as null. */
final class AttributeWriter {
    private final Map<String, AttributeValue> attributes = new HashMap<>();

    AttributeWriter text(String name, String value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    AttributeWriter number(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    AttributeWriter number(String name, double value) {
        attributes.put(name, AttributeValue.fromN(BigDecimal.valueOf(value).toPlainString()));
        return this;
    }

    AttributeWriter flag(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    AttributeWriter map(String name, Map<String, AttributeValue> value) {
        attributes.put(name, AttributeValue.fromM(value));
        return this;
    }

    AttributeWriter texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            attributes.put(
                    name,
                    AttributeValue.fromL(
                            values.stream().map(AttributeValue::fromS).toList()));
        }
        return this;
    }

    AttributeWriter maps(String name, List<Map<String, AttributeValue>> values) {
        if (!values.isEmpty()) {
            attributes.put(
                    name,
                    AttributeValue.fromL(
                            values.stream().map(AttributeValue::fromM).toList()));
        }
        return this;
    }

    Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }
}
