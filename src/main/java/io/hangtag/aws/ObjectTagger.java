package io.hangtag.aws;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoStore.WriteResult;
import io.hangtag.tagging.TagSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
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

    WriteResult write(ObjectVersion version, TagSet ours) {
        try {
            return switch (write) {
                case NONE -> new WriteResult(Optional.of(version), List.of());
                case TAGS -> writeTags(version, ours);
                case METADATA -> writeMetadata(version, ours, false);
                case BOTH -> writeMetadata(version, ours, true);
            };
        } catch (AwsServiceException refused) {
            if (StoreFailures.isSuperseded(refused)) {
                return WriteResult.superseded();
            }
            throw refused;
        }
    }

    private WriteResult writeTags(ObjectVersion version, TagSet ours) {
        HeadObjectResponse head = head(version);
        if (!head.eTag().equals(version.etag())) {
            return WriteResult.superseded();
        }
        List<Tag> present = presentTags(version);
        TagMerge.Merged merged = tagMerge.merge(present, ours);
        if (!merged.sameAs(present)) {
            putTags(version, merged);
        }
        return new WriteResult(Optional.of(version), merged.notes());
    }

    private WriteResult writeMetadata(ObjectVersion version, TagSet ours, boolean withTags) {
        HeadObjectResponse head = head(version);
        if (!head.eTag().equals(version.etag())) {
            return WriteResult.superseded();
        }
        MetadataMerge.Merged metadata = metadataMerge.merge(head.metadata(), ours);
        List<String> notes = new ArrayList<>(metadata.notes());
        if (!withTags) {
            boolean same = metadata.fields().equals(head.metadata());
            return new WriteResult(Optional.of(same ? version : copy(version, head, metadata, null)), notes);
        }
        List<Tag> present = presentTags(version);
        TagMerge.Merged tags = tagMerge.merge(present, ours);
        notes.addAll(tags.notes());
        if (!metadata.fields().equals(head.metadata())) {
            return new WriteResult(Optional.of(copy(version, head, metadata, tags)), notes);
        }
        if (!tags.sameAs(present)) {
            putTags(version, tags);
        }
        return new WriteResult(Optional.of(version), notes);
    }

    private ObjectVersion copy(
            ObjectVersion version, HeadObjectResponse head, MetadataMerge.Merged metadata, TagMerge.Merged tags) {
        ObjectCopy copy = new ObjectCopy(version, head, metadata.fields());
        Optional<ObjectGrants> grants = ObjectGrants.beyondOwner(
                s3.getObjectAcl(request -> request.bucket(version.photoId().bucket())
                        .key(version.photoId().key())
                        .versionId(version.versionId())));
        CopyObjectRequest request = copy.request(Optional.ofNullable(tags).map(TagMerge.Merged::tags), grants);
        CopyObjectResponse response = s3.copyObject(request);
        Map<String, String> fields = metadata.fields();
        return new ObjectVersion(
                version.photoId(),
                response.copyObjectResult().eTag(),
                response.versionId(),
                version.size(),
                fields,
                version.lastModified());
    }

    private HeadObjectResponse head(ObjectVersion version) {
        return s3.headObject(request ->
                request.bucket(version.photoId().bucket()).key(version.photoId().key()));
    }

    private List<Tag> presentTags(ObjectVersion version) {
        return s3.getObjectTagging(request -> request.bucket(version.photoId().bucket())
                        .key(version.photoId().key())
                        .versionId(version.versionId()))
                .tagSet();
    }

    private void putTags(ObjectVersion version, TagMerge.Merged merged) {
        s3.putObjectTagging(request -> request.bucket(version.photoId().bucket())
                .key(version.photoId().key())
                .versionId(version.versionId())
                .tagging(Tagging.builder().tagSet(merged.tags()).build()));
    }
}
