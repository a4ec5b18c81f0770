package io.hangtag.aws;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoStore.WriteResult;
import io.hangtag.tagging.TagSet;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Writes our tags and user metadata to one object. Where metadata is written, the tags travel in the same copy, so that both
 * change in one step or not at all, and only if the object still is the one that was read ({@code If-Match} on source and
 * target: "Copying, moving, and renaming objects", Amazon S3 User Guide). Fails with what the SDK throws.
 */
final class ObjectTagger {
    private final S3Client s3;
    private final ObjectReader reader;
    private final MetadataWrite write;
    private final BlockingCalls calls;
    private final TagMerge tagMerge = new TagMerge();
    private final MetadataMerge metadataMerge = new MetadataMerge();

    ObjectTagger(S3Client s3, ObjectReader reader, MetadataWrite write, BlockingCalls calls) {
        this.s3 = s3;
        this.reader = reader;
        this.write = write;
        this.calls = calls;
    }

    Uni<WriteResult> write(ObjectVersion read, TagSet ours) {
        return switch (write) {
            case NONE -> ended(WriteResult.unchanged(read, List.of()));
            case TAGS -> write(read, ours, false, true);
            case METADATA -> write(read, ours, true, false);
            case BOTH -> write(read, ours, true, true);
        };
    }

    private Uni<WriteResult> write(ObjectVersion read, TagSet ours, boolean withMetadata, boolean withTags) {
        return reader.read(read.photoId(), withMetadata, withTags)
                .flatMap(now -> now.head().outcome().flatMap(head -> {
                    if (!head.eTag().equals(read.etag())) {
                        return ended(WriteResult.superseded());
                    }
                    ObjectVersion version = current(read, head);
                    return withMetadata
                            ? writeMetadata(version, head, now, ours, withTags)
                            : writeTags(version, now, ours, List.of());
                }))
                .onFailure(failure ->
                        failure instanceof AwsServiceException refused && StoreFailures.isSuperseded(refused))
                .recoverWithItem(WriteResult.superseded());
    }

    /** The version that lies there now: perhaps the same bytes, put once more with other tags and metadata. */
    private static ObjectVersion current(ObjectVersion read, HeadObjectResponse head) {
        return new ObjectVersion(
                read.photoId(), head.eTag(), head.versionId(), read.size(), head.metadata(), head.lastModified());
    }

    private Uni<WriteResult> writeTags(ObjectVersion version, ObjectReader.State now, TagSet ours, List<String> notes) {
        return tags(version, now, version.versionId()).flatMap(present -> {
            TagMerge.Merged merged = tagMerge.merge(present, ours);
            List<String> all = joined(notes, merged.notes());
            return merged.sameAs(present)
                    ? ended(WriteResult.unchanged(version, all))
                    : putTags(version, merged).map(done -> WriteResult.written(version, all));
        });
    }

    private Uni<WriteResult> writeMetadata(
            ObjectVersion version, HeadObjectResponse head, ObjectReader.State now, TagSet ours, boolean withTags) {
        MetadataMerge.Merged metadata = metadataMerge.merge(head.metadata(), ours);
        if (metadata.fields().equals(head.metadata())) {
            return withTags
                    ? writeTags(version, now, ours, metadata.notes())
                    : ended(WriteResult.unchanged(version, metadata.notes()));
        }
        ObjectCopy copy = new ObjectCopy(version, head, metadata.fields());
        return now.grants().outcome().flatMap(grants -> {
            if (!withTags) {
                return copied(copy, Optional.empty(), grants)
                        .map(copied -> WriteResult.written(copied, metadata.notes()));
            }
            return tags(version, now, null).flatMap(present -> {
                TagMerge.Merged merged = tagMerge.merge(present, ours);
                return copied(copy, Optional.of(merged.tags()), grants)
                        .map(copied -> WriteResult.written(copied, joined(metadata.notes(), merged.notes())));
            });
        });
    }

    /**
     * The tags to be merged with ours. Those that were read at once with the head are of the newest version at that time. Where
     * that is another than the head's, the one has become the other meanwhile, by another delivery's copy or by a merchant who put
     * the same bytes again: the tags are read once more, now after the head, since nothing tells us of a merchant who changes
     * tags between this and the write.
     *
     * @param versionId whose tags to read then; {@code null} for the newest version
     */
    private Uni<List<Tag>> tags(ObjectVersion version, ObjectReader.State now, String versionId) {
        return now.tags()
                .outcome()
                .flatMap(read -> Objects.equals(read.versionId(), version.versionId())
                        ? Uni.createFrom().item(read)
                        : reader.tags(version.photoId(), versionId))
                .map(GetObjectTaggingResponse::tagSet);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Uni<ObjectVersion> copied(ObjectCopy copy, Optional<List<Tag>> tags, Optional<ObjectGrants> grants) {
        return calls.make(() -> s3.copyObject(copy.request(tags, grants))).map(response -> version(copy, response));
    }

    private static ObjectVersion version(ObjectCopy copy, CopyObjectResponse response) {
        return new ObjectVersion(
                copy.version().photoId(),
                response.copyObjectResult().eTag(),
                response.versionId(),
                copy.version().size(),
                copy.metadata(),
                copy.version().lastModified());
    }

    private Uni<?> putTags(ObjectVersion version, TagMerge.Merged merged) {
        return calls.make(() ->
                s3.putObjectTagging(request -> request.bucket(version.photoId().bucket())
                        .key(version.photoId().key())
                        .versionId(version.versionId())
                        .tagging(Tagging.builder().tagSet(merged.tags()).build())));
    }

    private static Uni<WriteResult> ended(WriteResult result) {
        return Uni.createFrom().item(result);
    }
}
