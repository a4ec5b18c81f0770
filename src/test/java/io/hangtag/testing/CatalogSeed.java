package io.hangtag.testing;

import io.hangtag.aws.ItemCodec;
import io.hangtag.tagging.CatalogItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes items into a table many at a time, past all conditions. */
public final class CatalogSeed {
    /** The most writes of one call, "BatchWriteItem", Amazon DynamoDB API Reference. */
    private static final int MOST = 25;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ItemCodec codec = new ItemCodec(Duration.ofDays(30));

    public CatalogSeed(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Writes them all, each as if it had been committed when it was tagged: an index that is filled already is not told. */
    public void write(Stream<CatalogItem> items) {
        write(items, CatalogItem::taggedAt);
    }

    /** Writes them all as if they had been committed now. */
    public void writeNow(Stream<CatalogItem> items) {
        write(items, item -> Instant.now());
    }

    private void write(Stream<CatalogItem> items, Function<CatalogItem, Instant> changedAt) {
        List<WriteRequest> batch = new ArrayList<>();
        for (Iterator<CatalogItem> each = items.iterator(); each.hasNext(); ) {
            CatalogItem item = each.next();
            batch.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder()
                            .item(codec.encode(item, changedAt.apply(item)))
                            .build())
                    .build());
            if (batch.size() == MOST || !each.hasNext()) {
                write(Map.of(table, batch));
                batch = new ArrayList<>();
            }
        }
    }

    private void write(Map<String, List<WriteRequest>> batch) {
        Map<String, List<WriteRequest>> left = batch;
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> asked = left;
            left = dynamoDb.batchWriteItem(request -> request.requestItems(asked))
                    .unprocessedItems();
        }
    }
}
