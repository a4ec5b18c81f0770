package io.hangtag.aws;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Items of the catalog table that are read by their key and written over the revision that was read. Failures are
 * {@link io.hangtag.error.HangtagException}s. The client blocks, so every call runs on the given executor. Safe from several
 * threads if the codec is.
 *
 * @param <T> what an item holds; two that are equal are one write
 */
final class RevisionedItems<T> {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BlockingCalls calls;
    private final Function<T, Map<String, AttributeValue>> encode;
    private final Function<Map<String, AttributeValue>, T> decode;
    private final StoreFailures failures = new StoreFailures();

    /**
     * Items in that form.
     *
     * @param encode to attributes, with {@link CatalogTable#PHOTO_ID} and {@link CatalogTable#REVISION} among them
     * @param decode what {@code encode} made
     */
    RevisionedItems(
            DynamoDbClient dynamoDb,
            String table,
            Executor executor,
            Function<T, Map<String, AttributeValue>> encode,
            Function<Map<String, AttributeValue>, T> decode) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.calls = new BlockingCalls(executor);
        this.encode = encode;
        this.decode = decode;
    }

    /** Reads an item, strongly consistent. */
    Uni<Optional<T>> find(String key) {
        return call(() -> {
            Map<String, AttributeValue> attributes = dynamoDb.getItem(request -> request.tableName(table)
                            .key(Map.of(CatalogTable.PHOTO_ID, AttributeValue.fromS(key)))
                            .consistentRead(true))
                    .item();
            return attributes.isEmpty() ? Optional.empty() : Optional.of(decode.apply(attributes));
        });
    }

    /**
     * Writes an item if the stored one has the revision before it (or none is stored, for revision 1).
     *
     * @return false if another write came between; nothing was written then
     */
    Uni<Boolean> commit(T item) {
        return call(() -> {
            Map<String, AttributeValue> attributes = encode.apply(item);
            try {
                dynamoDb.putItem(conditional(attributes));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return isStoredAlready(attributes, e);
            }
        });
    }

    /** Runs a call where it may block, and translates what it fails by. */
    <R> Uni<R> call(Supplier<R> call) {
        return calls.make(call).onFailure().transform(failures::translate);
    }

    /** Whether the write had taken effect, and it was its answer that was lost, upon which the SDK tried again. */
    private boolean isStoredAlready(Map<String, AttributeValue> attributes, ConditionalCheckFailedException refused) {
        return refused.hasItem() && decode.apply(refused.item()).equals(decode.apply(attributes));
    }

    private PutItemRequest conditional(Map<String, AttributeValue> attributes) {
        PutItemRequest.Builder request = PutItemRequest.builder()
                .tableName(table)
                .item(attributes)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        long revision = Long.parseLong(attributes.get(CatalogTable.REVISION).n());
        if (revision == 1) {
            return request.conditionExpression("attribute_not_exists(photoId)").build();
        }
        AttributeValue before = AttributeValue.fromN(Long.toString(revision - 1));
        return request.conditionExpression("revision = :before")
                .expressionAttributeValues(Map.of(":before", before))
                .build();
    }
}
