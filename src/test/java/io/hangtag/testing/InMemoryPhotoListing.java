package io.hangtag.testing;

import io.hangtag.job.PhotoListing;
import io.hangtag.job.WalkPage;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.PhotoId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists an {@link InMemoryPhotoStore} in the order of its keys, as S3 does. */
public final class InMemoryPhotoListing implements PhotoListing {
    private final InMemoryPhotoStore photos;

    public InMemoryPhotoListing(InMemoryPhotoStore photos) {
        this.photos = photos;
    }

    @Override
    public Uni<WalkPage> list(String bucket, String prefix, Optional<String> after, int limit) {
        return Uni.createFrom().item(() -> {
            List<FoundPhoto> found = photos.versions().stream()
                    .map(version -> new FoundPhoto(version.photoId(), version.etag(), Instant.EPOCH))
                    .filter(photo -> photo.photoId().bucket().equals(bucket))
                    .filter(photo -> photo.photoId().key().startsWith(prefix))
                    .filter(photo -> after.isEmpty() || photo.photoId().key().compareTo(after.get()) > 0)
                    .sorted((left, right) ->
                            left.photoId().key().compareTo(right.photoId().key()))
                    .toList();
            List<FoundPhoto> page = found.subList(0, Math.min(limit, found.size()));
            return new WalkPage(
                    page,
                    found.size() > limit
                            ? Optional.of(page.get(page.size() - 1))
                                    .map(FoundPhoto::photoId)
                                    .map(PhotoId::key)
                            : Optional.empty());
        });
    }
}
