package io.hangtag.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A table with DynamoDB's semantics for the two calls that commit a photo: a consistent read and a put under one of the
 * catalog's two conditions. An answer can be lost, upon which the SDK makes the same call again. Not for several threads at a
 * time.
 */
public final class InMemoryDynamoDb implements DynamoDbClient {
    private static final String KEY = "photoId";

    private final Map<AttributeValue, Map<String, AttributeValue>> items = new HashMap<>();
    private final List<Map<String, AttributeValue>> commits = new ArrayList<>();
    private final Consumer<String> beforeCall;
    private final BooleanSupplier answerIsLost;

    /**
     * An empty table.
     *
     * @param beforeCall is told the name of each call before it takes effect; may throw, as a crash does
     * @param answerIsLost whether the call that has just taken effect is made once more
     */
    public InMemoryDynamoDb(Consumer<String> beforeCall, BooleanSupplier answerIsLost) {
        this.beforeCall = beforeCall;
        this.answerIsLost = answerIsLost;
    }

    /** Every item that was written, in order. */
    public List<Map<String, AttributeValue>> commits() {
        return List.copyOf(commits);
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        beforeCall.accept("GetItem");
        return GetItemResponse.builder()
                .item(items.getOrDefault(request.key().get(KEY), Map.of()))
                .build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        beforeCall.accept("PutItem");
        put(request);
        if (answerIsLost.getAsBoolean()) {
            put(request);
        }
        return PutItemResponse.builder().build();
    }

    private void put(PutItemRequest request) {
        Map<String, AttributeValue> stored = items.get(request.item().get(KEY));
        if (!holds(request, stored)) {
            boolean told = request.returnValuesOnConditionCheckFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD;
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .item(told ? stored : null)
                    .build();
        }
        items.put(request.item().get(KEY), request.item());
        commits.add(request.item());
    }

    private static boolean holds(PutItemRequest request, Map<String, AttributeValue> stored) {
        return switch (request.conditionExpression()) {
            case "attribute_not_exists(photoId)" -> stored == null;
            case "revision = :before" ->
                stored != null
                        && stored.get("revision")
                                .equals(request.expressionAttributeValues().get(":before"));
            default -> throw new UnsupportedOperationException(request.conditionExpression());
        };
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
