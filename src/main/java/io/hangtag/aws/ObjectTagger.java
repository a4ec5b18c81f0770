package io.hangtag.aws;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoStore.WriteResult;
import io.hangtag.tagging.TagSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Writes our tags and user metadata to one object. Where metadata is written, the tags travel in the same copy, so that both
 * change in one step or not at all, and only if the object still is the one that was read ({@code If-Match} on source and
 * target: "Copying, moving, and renaming objects", Amazon S3 User Guide).
 */
final class ObjectTagger {
    private final S3Client s3;
    private final MetadataWrite write;
    private final TagMerge tagMerge = new TagMerge();
    private final MetadataMerge metadataMerge = new MetadataMerge();

    ObjectTagger(S3Client s3, MetadataWrite write) {
        this.s3 = s3;
        this.write = write;
    }

    WriteResult write(ObjectVersion read, TagSet ours) {
        if (write == MetadataWrite.NONE) {
            return WriteResult.unchanged(read, List.of());
        }
        try {
            HeadObjectResponse head = head(read);
            return head.eTag().equals(read.etag()) ? write(current(read, head), head, ours) : WriteResult.superseded();
        } catch (AwsServiceException refused) {
            if (StoreFailures.isSuperseded(refused)) {
                return WriteResult.superseded();
            }
            throw refused;
        }
    }

    /** The version that lies there now: perhaps the same bytes, put once more with other tags and metadata. */
    private static ObjectVersion current(ObjectVersion read, HeadObjectResponse head) {
        return new ObjectVersion(
                read.photoId(), head.eTag(), head.versionId(), read.size(), head.metadata(), head.lastModified());
    }

    private WriteResult write(ObjectVersion version, HeadObjectResponse head, TagSet ours) {
        return switch (write) {
            case NONE -> WriteResult.unchanged(version, List.of());
            case TAGS -> writeTags(version, ours, List.of());
            case METADATA -> writeMetadata(version, head, ours, false);
            case BOTH -> writeMetadata(version, head, ours, true);
        };
    }

    private WriteResult writeTags(ObjectVersion version, TagSet ours, List<String> notes) {
        List<Tag> present = presentTags(version, version.versionId());
        TagMerge.Merged merged = tagMerge.merge(present, ours);
        List<String> all = joined(notes, merged.notes());
        if (merged.sameAs(present)) {
            return WriteResult.unchanged(version, all);
        }
        putTags(version, merged);
        return WriteResult.written(version, all);
    }

    private WriteResult writeMetadata(ObjectVersion version, HeadObjectResponse head, TagSet ours, boolean withTags) {
        MetadataMerge.Merged metadata = metadataMerge.merge(head.metadata(), ours);
        if (metadata.fields().equals(head.metadata())) {
            return withTags
                    ? writeTags(version, ours, metadata.notes())
                    : WriteResult.unchanged(version, metadata.notes());
        }
        ObjectCopy copy = new ObjectCopy(version, head, metadata.fields());
        Optional<ObjectGrants> grants = grants(version);
        if (!withTags) {
            return WriteResult.written(copied(copy, Optional.empty(), grants), metadata.notes());
        }
        // Read last, and of the newest version, which another delivery's copy may have become: nothing tells us of a
        // merchant who changes tags between this and the copy.
        TagMerge.Merged tags = tagMerge.merge(presentTags(version, null), ours);
        return WriteResult.written(
                copied(copy, Optional.of(tags.tags()), grants), joined(metadata.notes(), tags.notes()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private ObjectVersion copied(ObjectCopy copy, Optional<List<Tag>> tags, Optional<ObjectGrants> grants) {
        CopyObjectResponse response = s3.copyObject(copy.request(tags, grants));
        return new ObjectVersion(
                copy.version().photoId(),
                response.copyObjectResult().eTag(),
                response.versionId(),
                copy.version().size(),
                copy.metadata(),
                copy.version().lastModified());
    }

    private Optional<ObjectGrants> grants(ObjectVersion version) {
        return ObjectGrants.beyondOwner(s3.getObjectAcl(request ->
                request.bucket(version.photoId().bucket()).key(version.photoId().key())));
    }

    private HeadObjectResponse head(ObjectVersion version) {
        return s3.headObject(request ->
                request.bucket(version.photoId().bucket()).key(version.photoId().key()));
    }

    private List<Tag> presentTags(ObjectVersion version, String versionId) {
        return s3.getObjectTagging(request -> request.bucket(version.photoId().bucket())
                        .key(version.photoId().key())
                        .versionId(versionId))
                .tagSet();
    }

    private void putTags(ObjectVersion version, TagMerge.Merged merged) {
        s3.putObjectTagging(request -> request.bucket(version.photoId().bucket())
                .key(version.photoId().key())
                .versionId(version.versionId())
                .tagging(Tagging.builder().tagSet(merged.tags()).build()));
    }
}
