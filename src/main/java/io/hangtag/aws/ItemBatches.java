package io.hangtag.aws;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.PhotoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items by their keys, as many at a time as DynamoDB takes, and asks again for those that it left for later. */
final class ItemBatches {
    /** The most keys of one call, "BatchGetItem", Amazon DynamoDB API Reference. */
    private static final int MOST = 100;

    private static final int ATTEMPTS = 6;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BackoffStrategy backoff =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(2));

    ItemBatches(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The items that there are, in no order. */
    List<Map<String, AttributeValue>> read(Collection<PhotoId> photoIds) {
        List<Map<String, AttributeValue>> keys = photoIds.stream()
                .map(photoId -> Map.of(CatalogTable.PHOTO_ID, AttributeValue.fromS(photoId.toString())))
                .toList();
        List<Map<String, AttributeValue>> items = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += MOST) {
            readBatch(keys.subList(from, Math.min(from + MOST, keys.size())), items);
        }
        return items;
    }

    private void readBatch(List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> items) {
        Map<String, KeysAndAttributes> left = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new HangtagException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The catalog table left items unread %d times; it is throttled, try again later"
                                .formatted(ATTEMPTS));
            }
            if (attempt > 1) {
                pause(backoff.computeDelay(attempt));
            }
            Map<String, KeysAndAttributes> asked = left;
            BatchGetItemResponse response = dynamoDb.batchGetItem(request -> request.requestItems(asked));
            items.addAll(response.responses().getOrDefault(table, List.of()));
            left = response.unprocessedKeys();
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HangtagException(ErrorCode.STORE_UNAVAILABLE, "Interrupted while reading the catalog", e);
        }
    }
}
