package io.hangtag.aws;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads what {@link AttributeWriter} wrote.
 *
 * @param attributes of an item or of a map in it
 */
record AttributeReader(Map<String, AttributeValue> attributes) {
    /** A string, {@code null} if absent. */
    String text(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    BigDecimal number(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.n() == null) {
            throw new IllegalStateException("The item has no number '" + name + "'");
        }
        return new BigDecimal(value.n());
    }

    boolean flag(String name) {
        AttributeValue value = attributes.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    /** A map, {@code null} if absent. */
    Map<String, AttributeValue> map(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.m();
    }

    List<String> texts(String name) {
        return list(name).stream().map(AttributeValue::s).toList();
    }

    List<Map<String, AttributeValue>> maps(String name) {
        return list(name).stream().map(AttributeValue::m).toList();
    }

    private List<AttributeValue> list(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? List.of() : value.l();
    }
}
