package io.hangtag.aws;

import io.hangtag.catalog.CatalogChange;
import io.hangtag.catalog.CatalogSource;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The catalog in its DynamoDB table: changes by the index that holds nothing but them, items in batches. */
public final class DynamoCatalogSource implements CatalogSource {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ItemCodec codec;
    private final ChangeCodec changes;
    private final ItemBatches batches;
    private final StoreFailures failures = new StoreFailures();

    public DynamoCatalogSource(DynamoDbClient dynamoDb, String table, ItemCodec codec, ShownAnswers answers) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.codec = codec;
        this.changes = new ChangeCodec(answers);
        this.batches = new ItemBatches(dynamoDb, table);
    }

    @Override
    public <T> T changes(String bucket, Optional<Instant> since, Function<Stream<CatalogChange>, T> reading) {
        return translated(() -> reading.apply(
                dynamoDb.queryPaginator(request(bucket, since)).items().stream().map(changes::decode)));
    }

    private QueryRequest request(String bucket, Optional<Instant> since) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":bucket", AttributeValue.fromS(bucket)));
        Map<String, String> names = new HashMap<>(Map.of("#bucket", CatalogTable.BUCKET));
        String condition = "#bucket = :bucket";
        if (since.isPresent()) {
            names.put("#changedAt", CatalogTable.CHANGED_AT);
            values.put(":since", AttributeValue.fromS(Timestamps.format(since.get())));
            condition += " AND #changedAt >= :since";
        }
        return QueryRequest.builder()
                .tableName(table)
                .indexName(CatalogTable.BY_CHANGE)
                .keyConditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    @Override
    public Map<PhotoId, CatalogItem> items(Collection<PhotoId> photoIds) {
        return translated(() -> batches.read(photoIds).stream()
                .map(codec::decode)
                .collect(Collectors.toMap(CatalogItem::photoId, Function.identity())));
    }

    private <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw (HangtagException) failures.translate(e);
        }
    }
}
