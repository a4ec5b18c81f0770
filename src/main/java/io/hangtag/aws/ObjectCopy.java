package io.hangtag.aws;

import io.hangtag.tagging.ObjectVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * The request that copies an object onto itself with other user metadata; the newest version, so that tags which are not
 * named here are those that it has by then. Replacing metadata drops whatever is not named
 * again ("CopyObject", Amazon S3 API Reference), so everything the merchant set is named here.
 *
 * @param version the object that was read
 * @param head what it has now
 * @param metadata its user metadata after the copy
 */
record ObjectCopy(ObjectVersion version, HeadObjectResponse head, Map<String, String> metadata) {
    /**
     * Builds the request.
     *
     * @param tags the whole tag set after the copy; empty to carry the present one over
     * @param grants the access grants to set again; empty where only the owner has any
     */
    CopyObjectRequest request(Optional<List<Tag>> tags, Optional<ObjectGrants> grants) {
        CopyObjectRequest.Builder request = CopyObjectRequest.builder()
                .sourceBucket(version.photoId().bucket())
                .sourceKey(version.photoId().key())
                .destinationBucket(version.photoId().bucket())
                .destinationKey(version.photoId().key())
                .copySourceIfMatch(version.etag())
                .ifMatch(version.etag())
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(metadata);
        carryOver(request);
        tags.ifPresent(set -> request.taggingDirective(TaggingDirective.REPLACE)
                .tagging(Tagging.builder().tagSet(set).build()));
        grants.ifPresent(access -> access.grantAgain(request));
        return request.build();
    }

    private void carryOver(CopyObjectRequest.Builder request) {
        request.contentType(head.contentType())
                .cacheControl(head.cacheControl())
                .contentDisposition(head.contentDisposition())
                .contentEncoding(head.contentEncoding())
                .contentLanguage(head.contentLanguage())
                .websiteRedirectLocation(head.websiteRedirectLocation())
                .storageClass(head.storageClassAsString())
                .serverSideEncryption(head.serverSideEncryptionAsString())
                .ssekmsKeyId(head.ssekmsKeyId())
                .bucketKeyEnabled(head.bucketKeyEnabled())
                .objectLockMode(head.objectLockModeAsString())
                .objectLockRetainUntilDate(head.objectLockRetainUntilDate())
                .objectLockLegalHoldStatus(head.objectLockLegalHoldStatusAsString());
        Expires.parse(head.expiresString()).ifPresent(request::expires);
    }
}
