package io.hangtag.aws;

import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.Settled;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Reads of an object what a copy has to name again, all of it at once: a merchant who changes something between such a call
 * and the copy is overwritten, so the fewer calls after one another, the better. No call waits on its
 * thread for another.
 */
final class ObjectReader {
    private final S3Client s3;
    private final BucketOwnership ownership;
    private final BlockingCalls calls;

    ObjectReader(S3Client s3, BucketOwnership ownership, BlockingCalls calls) {
        this.s3 = s3;
        this.ownership = ownership;
        this.calls = calls;
    }

    /**
     * An object as it is now.
     *
     * @param head headers and metadata
     * @param grants beyond the owner's; {@code null} if not asked for
     * @param tags of the newest version, which is the head's only if both name the same; {@code null} if not asked for
     */
    record State(
            Settled<HeadObjectResponse> head,
            Settled<Optional<ObjectGrants>> grants,
            Settled<GetObjectTaggingResponse> tags) {}

    /** Never fails itself. */
    Uni<State> read(PhotoId photo, boolean withGrants, boolean withTags) {
        return Uni.combine()
                .all()
                .unis(
                        Settled.of(head(photo)),
                        withGrants ? Settled.of(grants(photo)) : none(),
                        withTags ? Settled.of(tags(photo, null)) : none())
                .with(State::new);
    }

    /**
     * Reads tags.
     *
     * @param versionId {@code null} for the newest version
     */
    Uni<GetObjectTaggingResponse> tags(PhotoId photo, String versionId) {
        return calls.make(() -> s3.getObjectTagging(
                request -> request.bucket(photo.bucket()).key(photo.key()).versionId(versionId)));
    }

    /** Reads headers and metadata. */
    Uni<HeadObjectResponse> head(PhotoId photo) {
        return calls.make(
                () -> s3.headObject(request -> request.bucket(photo.bucket()).key(photo.key())));
    }

    private Uni<Optional<ObjectGrants>> grants(PhotoId photo) {
        return ownership
                .isEnforced(photo.bucket())
                .flatMap(enforced -> enforced
                        ? Uni.createFrom().item(Optional.empty())
                        : calls.make(() -> grantsBeyondOwner(photo)));
    }

    private Optional<ObjectGrants> grantsBeyondOwner(PhotoId photo) {
        return ObjectGrants.beyondOwner(
                s3.getObjectAcl(request -> request.bucket(photo.bucket()).key(photo.key())));
    }

    private static <T> Uni<T> none() {
        return Uni.createFrom().nullItem();
    }
}
