package io.hangtag.aws;

import io.hangtag.job.Job;
import io.hangtag.job.JobStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Jobs in the catalog table, beside the photos. The client blocks, so every call runs on the given executor. */
public final class DynamoJobStore implements JobStore {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final JobCodec codec = new JobCodec();
    private final RevisionedItems<Job> items;

    public DynamoJobStore(DynamoDbClient dynamoDb, String table, Executor executor) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.items = new RevisionedItems<>(dynamoDb, table, executor, job -> codec.encode(job), codec::decode);
    }

    @Override
    public Uni<Optional<Job>> find(String jobId) {
        return items.find(JobCodec.key(jobId));
    }

    @Override
    public Uni<Boolean> commit(Job job) {
        return items.commit(job);
    }

    @Override
    public Uni<List<Job>> newest(int limit) {
        return items.call(() -> dynamoDb
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
}
