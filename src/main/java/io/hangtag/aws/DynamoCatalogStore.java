package io.hangtag.aws;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Items in one DynamoDB table. The client blocks, so every call runs on the given executor. */
public final class DynamoCatalogStore implements CatalogStore {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Executor executor;
    private final ItemCodec codec;
    private final Clock clock;
    private final StoreFailures failures = new StoreFailures();

    public DynamoCatalogStore(DynamoDbClient dynamoDb, String table, ItemCodec codec, Clock clock, Executor executor) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.executor = executor;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<CatalogItem>> find(PhotoId photoId) {
        return async(() -> {
            Map<String, AttributeValue> attributes = dynamoDb.getItem(request -> request.tableName(table)
                            .key(Map.of(CatalogTable.PHOTO_ID, AttributeValue.fromS(photoId.toString())))
                            .consistentRead(true))
                    .item();
            return attributes.isEmpty() ? Optional.empty() : Optional.of(codec.decode(attributes));
        });
    }

    @Override
    public Uni<Boolean> commit(CatalogItem item) {
        return async(() -> {
            try {
                dynamoDb.putItem(conditional(item));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return isStoredAlready(item, e);
            }
        });
    }

    /** Whether the write had taken effect, and it was its answer that was lost, upon which the SDK tried again. */
    private boolean isStoredAlready(CatalogItem item, ConditionalCheckFailedException refused) {
        return refused.hasItem()
                && codec.decode(refused.item()).equals(codec.decode(codec.encode(item, clock.instant())));
    }

    private PutItemRequest conditional(CatalogItem item) {
        PutItemRequest.Builder request = PutItemRequest.builder()
                .tableName(table)
                .item(codec.encode(item, clock.instant()))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (item.revision() == 1) {
            return request.conditionExpression("attribute_not_exists(photoId)").build();
        }
        AttributeValue before = AttributeValue.fromN(Long.toString(item.revision() - 1));
        return request.conditionExpression("revision = :before")
                .expressionAttributeValues(Map.of(":before", before))
                .build();
    }

    private <T> Uni<T> async(Supplier<T> call) {
        return Uni.createFrom()
                .item(call)
                .runSubscriptionOn(executor)
                .onFailure()
                .transform(failures::translate);
    }
}
