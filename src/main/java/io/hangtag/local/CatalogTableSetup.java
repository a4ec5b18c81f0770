package io.hangtag.local;

import static io.hangtag.aws.CatalogTable.BUCKET;
import static io.hangtag.aws.CatalogTable.BY_BUCKET;
import static io.hangtag.aws.CatalogTable.BY_CLASS;
import static io.hangtag.aws.CatalogTable.BY_MODEL;
import static io.hangtag.aws.CatalogTable.BY_STATE;
import static io.hangtag.aws.CatalogTable.CLASS;
import static io.hangtag.aws.CatalogTable.CONFIDENCE;
import static io.hangtag.aws.CatalogTable.EXPIRES_AT;
import static io.hangtag.aws.CatalogTable.MODEL;
import static io.hangtag.aws.CatalogTable.PHOTO_ID;
import static io.hangtag.aws.CatalogTable.STATE;
import static io.hangtag.aws.CatalogTable.TAGGED_AT;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.RANGE;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The catalog table with its indexes and its time to live; the template has the same. */
final class CatalogTableSetup {
    private final DynamoDbClient dynamodb;
    private final String name;

    CatalogTableSetup(DynamoDbClient dynamodb, String name) {
        this.dynamodb = dynamodb;
        this.name = name;
    }

    /** Creates it if it is not there. */
    void ensure() {
        try {
            dynamodb.describeTable(request -> request.tableName(name));
        } catch (ResourceNotFoundException e) {
            create();
        }
        if (!expires()) {
            dynamodb.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(
                            timeToLive -> timeToLive.attributeName(EXPIRES_AT).enabled(true)));
        }
    }

    private void create() {
        dynamodb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes())
                .keySchema(key(PHOTO_ID))
                .globalSecondaryIndexes(
                        index(BY_BUCKET, BUCKET, TAGGED_AT),
                        index(BY_CLASS, CLASS, TAGGED_AT),
                        index(BY_STATE, STATE, CONFIDENCE),
                        index(BY_MODEL, MODEL, PHOTO_ID)));
        dynamodb.waiter().waitUntilTableExists(request -> request.tableName(name));
    }

    private boolean expires() {
        TimeToLiveStatus status = dynamodb.describeTimeToLive(request -> request.tableName(name))
                .timeToLiveDescription()
                .timeToLiveStatus();
        return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
    }

    private static List<AttributeDefinition> attributes() {
        return Stream.concat(
                        Stream.of(PHOTO_ID, BUCKET, CLASS, STATE, MODEL, TAGGED_AT)
                                .map(name -> attribute(name, S)),
                        Stream.of(attribute(CONFIDENCE, N)))
                .toList();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static GlobalSecondaryIndex index(String name, String... keys) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key(keys))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static List<KeySchemaElement> key(String... names) {
        return Stream.iterate(0, position -> position < names.length, position -> position + 1)
                .map(position -> KeySchemaElement.builder()
                        .attributeName(names[position])
                        .keyType(position == 0 ? HASH : RANGE)
                        .build())
                .toList();
    }
}
