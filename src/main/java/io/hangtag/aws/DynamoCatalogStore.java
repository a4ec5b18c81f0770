package io.hangtag.aws;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Items in one DynamoDB table. The client blocks, so every call runs on the given executor. */
public final class DynamoCatalogStore implements CatalogStore {
    private final RevisionedItems<CatalogItem> items;

    public DynamoCatalogStore(DynamoDbClient dynamoDb, String table, ItemCodec codec, Clock clock, Executor executor) {
        this.items = new RevisionedItems<>(
                dynamoDb, table, executor, item -> codec.encode(item, clock.instant()), codec::decode);
    }

    @Override
    public Uni<Optional<CatalogItem>> find(PhotoId photoId) {
        return items.find(photoId.toString());
    }

    @Override
    public Uni<Boolean> commit(CatalogItem item) {
        return items.commit(item);
    }
}
