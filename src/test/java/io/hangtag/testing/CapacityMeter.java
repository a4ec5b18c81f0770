package io.hangtag.testing;

import io.hangtag.local.LocalEndpoints;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Asks DynamoDB with each call what it consumes, and keeps the answers; a call that it does not know is kept without one. */
public final class CapacityMeter implements ExecutionInterceptor {
    /**
     * A call.
     *
     * @param operation {@code Query}, {@code BatchGetItem}, or another
     * @param index that was read, {@code null} for the table
     * @param units read units; one is 4 kB read strongly consistent
     */
    public record Call(String operation, String index, double units) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A client of the local table that this meter watches. */
    public DynamoDbClient client(LocalEndpoints endpoints) {
        return DynamoDbClient.builder()
                .region(Region.of(LocalEndpoints.REGION))
                .endpointOverride(endpoints.dynamodb())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag")))
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(this))
                .build();
    }

    /** The calls since the last time, and forgets them. */
    public List<Call> take() {
        List<Call> taken = List.copyOf(calls);
        calls.removeAll(taken);
        return taken;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (context.request() instanceof QueryRequest query) {
            return query.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build();
        }
        if (context.request() instanceof BatchGetItemRequest batch) {
            return batch.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .build();
        }
        return context.request();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof QueryResponse query) {
            String index = ((QueryRequest) context.request()).indexName();
            calls.add(new Call("Query", index, query.consumedCapacity().capacityUnits()));
        } else if (context.response() instanceof BatchGetItemResponse batch) {
            double units = batch.consumedCapacity().stream()
                    .mapToDouble(ConsumedCapacity::capacityUnits)
                    .sum();
            calls.add(new Call("BatchGetItem", null, units));
        } else {
            calls.add(new Call(context.request().getClass().getSimpleName(), null, Double.NaN));
        }
    }
}
