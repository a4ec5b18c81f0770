package io.hangtag.local;

import static io.hangtag.aws.CatalogTable.BUCKET;
import static io.hangtag.aws.CatalogTable.BY_BUCKET;
import static io.hangtag.aws.CatalogTable.BY_CHANGE;
import static io.hangtag.aws.CatalogTable.BY_CLASS;
import static io.hangtag.aws.CatalogTable.BY_MODEL;
import static io.hangtag.aws.CatalogTable.BY_STATE;
import static io.hangtag.aws.CatalogTable.CHANGED_AT;
import static io.hangtag.aws.CatalogTable.CHANGE_ATTRIBUTES;
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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The catalog table with its indexes and its time to live; the template has the same. */
final class CatalogTableSetup {
    private static final Duration POLL = Duration.ofMillis(100);

    private final DynamoDbClient dynamodb;
    private final String name;

    CatalogTableSetup(DynamoDbClient dynamodb, String name) {
        this.dynamodb = dynamodb;
        this.name = name;
    }

    /** Creates it if it is not there. */
    void ensure() {
        try {
            TableDescription table =
                    dynamodb.describeTable(request -> request.tableName(name)).table();
            addMissing(table);
        } catch (ResourceNotFoundException e) {
            create();
        }
        if (!expires()) {
            dynamodb.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(
                            timeToLive -> timeToLive.attributeName(EXPIRES_AT).enabled(true)));
        }
    }

    /** The indexes that this release has and the one that made the table had not; DynamoDB adds one at a time. */
    private void addMissing(TableDescription table) {
        Set<String> present = table.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .collect(Collectors.toSet());
        indexes().filter(index -> !present.contains(index.indexName())).forEach(index -> {
            GlobalSecondaryIndexUpdate update = GlobalSecondaryIndexUpdate.builder()
                    .create(create -> create.indexName(index.indexName())
                            .keySchema(index.keySchema())
                            .projection(index.projection()))
                    .build();
            dynamodb.updateTable(request ->
                    request.tableName(name).attributeDefinitions(attributes()).globalSecondaryIndexUpdates(update));
            awaitActive(index.indexName());
            if (index.indexName().equals(BY_CHANGE)) {
                new ChangeDates(dynamodb, name, Clock.systemUTC()).addMissing();
            }
        });
    }

    private void awaitActive(String index) {
        while (dynamodb.describeTable(request -> request.tableName(name)).table().globalSecondaryIndexes().stream()
                .anyMatch(each -> each.indexName().equals(index) && each.indexStatus() != IndexStatus.ACTIVE)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void create() {
        dynamodb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes())
                .keySchema(key(PHOTO_ID))
                .globalSecondaryIndexes(indexes().toList()));
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
                        Stream.of(PHOTO_ID, BUCKET, CLASS, STATE, MODEL, TAGGED_AT, CHANGED_AT)
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

    private static Stream<GlobalSecondaryIndex> indexes() {
        return Stream.of(
                index(BY_BUCKET, BUCKET, TAGGED_AT),
                index(BY_CLASS, CLASS, TAGGED_AT),
                index(BY_STATE, STATE, CONFIDENCE),
                index(BY_MODEL, MODEL, PHOTO_ID),
                index(BY_CHANGE, BUCKET, CHANGED_AT).toBuilder()
                        .projection(projection -> projection
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes(CHANGE_ATTRIBUTES))
                        .build());
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
