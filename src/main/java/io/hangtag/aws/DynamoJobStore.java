package io.hangtag.aws;

import io.hangtag.job.Job;
import io.hangtag.job.JobStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Jobs in the catalog table, beside the photos. The client blocks, so every call runs on the given executor. */
public final class DynamoJobStore implements JobStore {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Executor executor;
    private final JobCodec codec = new JobCodec();
    private final StoreFailures failures = new StoreFailures();

    public DynamoJobStore(DynamoDbClient dynamoDb, String table, Executor executor) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.executor = executor;
    }

    @Override
    public Uni<Optional<Job>> find(String jobId) {
        return async(() -> {
            Map<String, AttributeValue> attributes = dynamoDb.getItem(request -> request.tableName(table)
                            .key(Map.of(CatalogTable.PHOTO_ID, AttributeValue.fromS(JobCodec.key(jobId))))
                            .consistentRead(true))
                    .item();
            return attributes.isEmpty() ? Optional.empty() : Optional.of(codec.decode(attributes));
        });
    }

    @Override
    public Uni<Boolean> commit(Job job) {
        return async(() -> {
            try {
                dynamoDb.putItem(conditional(job));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    private PutItemRequest conditional(Job job) {
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(table).item(codec.encode(job));
        if (job.revision() == 1) {
            return request.conditionExpression("attribute_not_exists(photoId)").build();
        }
        AttributeValue before = AttributeValue.fromN(Long.toString(job.revision() - 1));
        return request.conditionExpression("revision = :before")
                .expressionAttributeValues(Map.of(":before", before))
                .build();
    }

    @Override
    public Uni<List<Job>> newest(int limit) {
        return async(() -> dynamoDb
                .query(request -> request.tableName(table)
                        .indexName(CatalogTable.BY_MODEL)
                        .keyConditionExpression("#model = :jobs")
                        .expressionAttributeNames(Map.of("#model", CatalogTable.MODEL))
                        .expressionAttributeValues(Map.of(":jobs", AttributeValue.fromS(JobCodec.PARTITION)))
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(codec::decode)
                .toList());
    }

    private <T> Uni<T> async(Supplier<T> call) {
        return Uni.createFrom()
                .item(call)
                .runSubscriptionOn(executor)
                .onFailure()
                .transform(failures::translate);
    }
}
