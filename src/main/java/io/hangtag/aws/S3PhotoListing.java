package io.hangtag.aws;

import io.hangtag.job.PhotoListing;
import io.hangtag.job.WalkPage;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a bucket. Keys that end in a slash are the folders of other tools and no photos. The client blocks, so every call runs
 * on the given executor.
 */
public final class S3PhotoListing implements PhotoListing {
    private final S3Client s3;
    private final BlockingCalls calls;
    private final StoreFailures failures = new StoreFailures();

    public S3PhotoListing(S3Client s3, Executor executor) {
        this.s3 = s3;
        this.calls = new BlockingCalls(executor);
    }

    @Override
    public Uni<WalkPage> list(String bucket, String prefix, Optional<String> after, int limit) {
        return calls.make(() -> page(bucket, prefix, after, limit)).onFailure().transform(failures::translate);
    }

    private WalkPage page(String bucket, String prefix, Optional<String> after, int limit) {
        // A key and no continuation token, which may not outlive a pause of days.
        ListObjectsV2Response response = s3.listObjectsV2(request -> request.bucket(bucket)
                .prefix(prefix)
                .startAfter(after.orElse(null))
                .maxKeys(limit));
        List<S3Object> objects = response.contents();
        boolean more = Boolean.TRUE.equals(response.isTruncated()) && !objects.isEmpty();
        return new WalkPage(
                objects.stream()
                        .filter(object -> !object.key().endsWith("/"))
                        .map(object -> found(bucket, object))
                        .toList(),
                more ? Optional.of(objects.get(objects.size() - 1).key()) : Optional.empty());
    }

    private static FoundPhoto found(String bucket, S3Object object) {
        return new FoundPhoto(new PhotoId(bucket, object.key()), object.eTag(), object.lastModified());
    }
}
