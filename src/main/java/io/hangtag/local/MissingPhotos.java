package io.hangtag.local;

import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.CatalogSort;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.ItemRules;
import io.hangtag.tagging.PhotoId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Photos that lie in the bucket and are to be handled by the rule for listings: never processed, or answered by another
 * model. Their events were lost with the queue when ministack was killed hard, or the model is new.
 */
final class MissingPhotos {
    private final S3Client s3;
    private final CatalogReader catalog;
    private final ModelVersion model;
    private final ItemRules rules = new ItemRules();

    MissingPhotos(S3Client s3, CatalogReader catalog, ModelVersion model) {
        this.s3 = s3;
        this.catalog = catalog;
        this.model = model;
    }

    List<PhotoId> in(String bucket, String prefix) {
        Map<PhotoId, CatalogItem> items = items();
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> found(bucket, object))
                .filter(photo -> rules.ofListing(Optional.ofNullable(items.get(photo.photoId())), photo, model)
                        == ItemRules.Standing.PROCEED)
                .map(FoundPhoto::photoId)
                .toList();
    }

    private static FoundPhoto found(String bucket, S3Object object) {
        return new FoundPhoto(new PhotoId(bucket, object.key()), object.eTag(), object.lastModified());
    }

    private Map<PhotoId, CatalogItem> items() {
        return catalog.items(CatalogFilter.ALL, CatalogSort.NEWEST)
                .collect()
                .asMap(CatalogItem::photoId)
                .await()
                .indefinitely();
    }
}
