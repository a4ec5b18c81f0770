package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.LocalAwsExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table that an earlier release made. */
class CatalogTableSetupTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "catalog-of-an-earlier-release";

    private final DynamoDbClient dynamodb = AWS.clients().dynamodb();

    @Test
    void getsTheIndexesItLacksAndListsWhatItHeld() {
        // given
        createWithoutIndexes();
        Map<String, AttributeValue> tagged = Map.of(
                "photoId", AttributeValue.fromS("shop/uploads/ä.jpg"),
                "bucket", AttributeValue.fromS("shop"),
                "state", AttributeValue.fromS("tagged"),
                "taggedAt", AttributeValue.fromS("2026-11-20T12:00:00.000Z"));
        Map<String, AttributeValue> tombstone = Map.of(
                "photoId", AttributeValue.fromS("shop/uploads/gone.jpg"), "state", AttributeValue.fromS("removed"));
        List.of(tagged, tombstone)
                .forEach(item ->
                        dynamodb.putItem(request -> request.tableName(TABLE).item(item)));
        // when
        new CatalogTableSetup(dynamodb, TABLE).ensure();
        // then
        assertThat(dynamodb.describeTable(request -> request.tableName(TABLE))
                        .table()
                        .globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactlyInAnyOrder("by-bucket", "by-class", "by-state", "by-model", "by-change");
        assertThat(changed())
                .extracting(item -> item.get("photoId").s())
                .containsExactlyInAnyOrder("shop/uploads/ä.jpg", "shop/uploads/gone.jpg");
    }

    private List<Map<String, AttributeValue>> changed() {
        return dynamodb.query(request -> request.tableName(TABLE)
                        .indexName("by-change")
                        .keyConditionExpression("#bucket = :bucket")
                        .expressionAttributeNames(Map.of("#bucket", "bucket"))
                        .expressionAttributeValues(Map.of(":bucket", AttributeValue.fromS("shop"))))
                .items();
    }

    private void createWithoutIndexes() {
        dynamodb.createTable(request -> request.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("photoId")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("photoId")
                        .keyType(KeyType.HASH)
                        .build()));
    }
}
