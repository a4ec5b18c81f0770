package io.hangtag.local;

import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogPage;
import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Photos that lie in the bucket and whose item is not there, tells of other content or names another model. Their events
 * were lost with the queue when ministack was killed hard, or they were answered by another model.
 */
final class MissingPhotos {
    private final S3Client s3;
    private final CatalogStore catalog;
    private final ModelVersion model;

    MissingPhotos(S3Client s3, CatalogStore catalog, ModelVersion model) {
        this.s3 = s3;
        this.catalog = catalog;
        this.model = model;
    }

    List<PhotoId> in(String bucket, String prefix) {
        Map<PhotoId, CatalogItem> items = items(bucket);
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .filter(object -> !isAnswered(object, items.get(new PhotoId(bucket, object.key()))))
                .map(object -> new PhotoId(bucket, object.key()))
                .toList();
    }

    private boolean isAnswered(S3Object object, CatalogItem item) {
        return item != null
                && item.state() != PhotoState.REMOVED
                && item.model() != null
                && (item.model().equals(model) || model.isOlderReleaseOf(item.model()))
                && item.content() != null
                && object.eTag().equals(item.content().etag());
    }

    private Map<PhotoId, CatalogItem> items(String bucket) {
        List<CatalogItem> items = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            CatalogPage page = catalog.list(new CatalogQuery(
                            bucket, Optional.empty(), Optional.empty(), CatalogQuery.MAXIMUM_LIMIT, cursor))
                    .await()
                    .indefinitely();
            items.addAll(page.items());
            cursor = page.cursor();
        } while (cursor.isPresent());
        Map<PhotoId, CatalogItem> byPhoto = new HashMap<>();
        items.forEach(item -> byPhoto.put(item.photoId(), item));
        return byPhoto;
    }
}
