package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.testing.LocalAwsExtension;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The table of the template beside the one that ./hangtag up makes, which all other tests prove. */
class TableTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "hangtag-catalog";

    private static JsonNode template;
    private static TableDescription local;

    @BeforeAll
    static void describe() throws IOException {
        template = Template.read().properties("CatalogTable");
        local = AWS.clients()
                .dynamodb()
                .describeTable(request -> request.tableName(TABLE))
                .table();
    }

    @Test
    void hasTheSameAttributes() {
        assertThat(pairs(template.path("AttributeDefinitions"), "AttributeName", "AttributeType"))
                .containsExactlyInAnyOrderEntriesOf(local.attributeDefinitions().stream()
                        .collect(Collectors.toMap(
                                AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString)));
    }

    @Test
    void hasTheSameKey() {
        assertThat(pairs(template.path("KeySchema"), "AttributeName", "KeyType"))
                .isEqualTo(key(local.keySchema()));
    }

    @Test
    void hasTheSameIndexes() {
        Map<String, Map<String, String>> indexes = StreamSupport.stream(
                        template.path("GlobalSecondaryIndexes").spliterator(), false)
                .collect(Collectors.toMap(
                        index -> index.path("IndexName").asText(),
                        index -> pairs(index.path("KeySchema"), "AttributeName", "KeyType")));

        assertThat(indexes)
                .containsExactlyInAnyOrderEntriesOf(local.globalSecondaryIndexes().stream()
                        .collect(Collectors.toMap(
                                GlobalSecondaryIndexDescription::indexName, index -> key(index.keySchema()))));
    }

    @Test
    void hasTheSameProjections() {
        Map<String, Projection> projections = StreamSupport.stream(
                        template.path("GlobalSecondaryIndexes").spliterator(), false)
                .collect(Collectors.toMap(
                        index -> index.path("IndexName").asText(), index -> projection(index.path("Projection"))));

        assertThat(projections)
                .containsExactlyInAnyOrderEntriesOf(local.globalSecondaryIndexes().stream()
                        .collect(Collectors.toMap(
                                GlobalSecondaryIndexDescription::indexName,
                                index -> new Projection(
                                        index.projection().projectionTypeAsString(),
                                        Set.copyOf(index.projection().nonKeyAttributes())))));
    }

    @Test
    void forgetsByTheSameAttribute() {
        assertThat(template.at("/TimeToLiveSpecification/AttributeName").asText())
                .isEqualTo(AWS.clients()
                        .dynamodb()
                        .describeTimeToLive(request -> request.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName());
    }

    private record Projection(String type, Set<String> attributes) {}

    private static Projection projection(JsonNode node) {
        return new Projection(
                node.path("ProjectionType").asText(),
                StreamSupport.stream(node.path("NonKeyAttributes").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, String> key(List<KeySchemaElement> elements) {
        return elements.stream()
                .collect(Collectors.toMap(KeySchemaElement::attributeName, KeySchemaElement::keyTypeAsString));
    }

    private static Map<String, String> pairs(JsonNode elements, String name, String value) {
        return StreamSupport.stream(elements.spliterator(), false)
                .collect(Collectors.toMap(
                        element -> element.path(name).asText(),
                        element -> element.path(value).asText()));
    }
}
