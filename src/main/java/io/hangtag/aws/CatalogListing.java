package io.hangtag.aws;

import io.hangtag.tagging.CatalogPage;
import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.PhotoState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Pages of the catalog: each query walks the one index that fits it and stops when the page is full. */
final class CatalogListing {
    private static final String INVALID = "ValidationException";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ItemCodec codec;

    CatalogListing(DynamoDbClient dynamoDb, String table, ItemCodec codec) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.codec = codec;
    }

    CatalogPage list(CatalogQuery query) {
        IndexChoice index = IndexChoice.of(query);
        Map<String, AttributeValue> start =
                query.cursor().map(index::readCursor).orElse(null);
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        do {
            QueryResponse response = answer(query, request(query, index, query.limit() - found.size(), start));
            found.addAll(response.items());
            start = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
        } while (start != null && found.size() < query.limit());
        return new CatalogPage(
                found.stream().map(codec::decode).toList(),
                Optional.ofNullable(start).map(index::writeCursor));
    }

    private QueryResponse answer(CatalogQuery query, QueryRequest request) {
        try {
            return dynamoDb.query(request);
        } catch (DynamoDbException e) {
            // A cursor is a key that somebody handed in; what DynamoDB finds invalid about a request can only be that
            // key.
            if (query.cursor().isPresent() && INVALID.equals(e.awsErrorDetails().errorCode())) {
                throw new IllegalArgumentException("The cursor is broken; begin again without it", e);
            }
            throw e;
        }
    }

    private QueryRequest request(CatalogQuery query, IndexChoice index, int limit, Map<String, AttributeValue> start) {
        Map<String, String> names = new HashMap<>(Map.of("#key", index.partitionKey()));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":key", AttributeValue.fromS(index.partition())));
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .indexName(index.name())
                .keyConditionExpression("#key = :key")
                .scanIndexForward(index.ascending())
                .limit(limit)
                .exclusiveStartKey(start);
        Optional<PhotoState> filtered = index.name().equals(CatalogTable.BY_CLASS) ? query.state() : Optional.empty();
        filtered.ifPresent(state -> {
            names.put("#state", CatalogTable.STATE);
            values.put(":state", AttributeValue.fromS(state.wireName()));
            request.filterExpression("#state = :state");
        });
        return request.expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
