package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.Type;

class ObjectCopyTest {
    private static final ObjectVersion VERSION =
            new ObjectVersion(new PhotoId("shop", "uploads/ä b+c.jpg"), "\"e1\"", "v1", 10, Map.of(), Instant.EPOCH);

    @Test
    void copiesTheObjectOntoItselfOnlyIfItStillIsTheOneThatWasRead() {
        CopyObjectRequest request = copy(HeadObjectResponse.builder().build());

        assertThat(request.sourceBucket())
                .isEqualTo(request.destinationBucket())
                .isEqualTo("shop");
        assertThat(request.sourceKey()).isEqualTo(request.destinationKey()).isEqualTo("uploads/ä b+c.jpg");
        assertThat(request.sourceVersionId()).as("the newest").isNull();
        assertThat(request.copySourceIfMatch()).isEqualTo(request.ifMatch()).isEqualTo("\"e1\"");
        assertThat(request.metadataDirective()).isEqualTo(MetadataDirective.REPLACE);
        assertThat(request.metadata()).containsOnly(Map.entry("hangtag-class", "saree"));
    }

    @Test
    void carriesOverEverythingThatTheMerchantSet() {
        Instant retained = Instant.parse("2027-01-01T00:00:00Z");
        CopyObjectRequest request = copy(HeadObjectResponse.builder()
                .contentType("image/jpeg")
                .cacheControl("max-age=60")
                .contentDisposition("inline")
                .contentEncoding("identity")
                .contentLanguage("de")
                .expiresString("Wed, 21 Oct 2026 07:28:00 GMT")
                .websiteRedirectLocation("/other")
                .storageClass(StorageClass.STANDARD_IA)
                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                .ssekmsKeyId("key")
                .bucketKeyEnabled(true)
                .objectLockMode(ObjectLockMode.GOVERNANCE)
                .objectLockRetainUntilDate(retained)
                .build());

        assertThat(request.contentType()).isEqualTo("image/jpeg");
        assertThat(request.cacheControl()).isEqualTo("max-age=60");
        assertThat(request.contentDisposition()).isEqualTo("inline");
        assertThat(request.contentEncoding()).isEqualTo("identity");
        assertThat(request.contentLanguage()).isEqualTo("de");
        assertThat(request.expires()).isEqualTo(Instant.parse("2026-10-21T07:28:00Z"));
        assertThat(request.websiteRedirectLocation()).isEqualTo("/other");
        assertThat(request.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(request.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(request.ssekmsKeyId()).isEqualTo("key");
        assertThat(request.bucketKeyEnabled()).isTrue();
        assertThat(request.objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
        assertThat(request.objectLockRetainUntilDate()).isEqualTo(retained);
    }

    @Test
    void toleratesAnExpiryThatIsNoDate() {
        assertThat(copy(HeadObjectResponse.builder().expiresString("never").build())
                        .expires())
                .isNull();
    }

    @Test
    void sendsTheTagsInTheSameRequestOrCarriesThemOver() {
        Tag tag = Tag.builder().key("hangtag:class").value("saree").build();
        ObjectCopy copy = new ObjectCopy(VERSION, HeadObjectResponse.builder().build(), Map.of());

        CopyObjectRequest withTags = copy.request(Optional.of(List.of(tag)), Optional.empty());
        CopyObjectRequest without = copy.request(Optional.empty(), Optional.empty());

        assertThat(withTags.taggingDirective()).isEqualTo(TaggingDirective.REPLACE);
        assertThat(withTags.tagging()).isEqualTo("hangtag%3Aclass=saree");
        assertThat(without.taggingDirective()).isNull();
    }

    @Test
    void setsTheAccessGrantsAgainWhereOthersThanTheOwnerHaveAny() {
        Grant owner = Grant.builder()
                .permission(Permission.FULL_CONTROL)
                .grantee(grantee -> grantee.type(Type.CANONICAL_USER).id("me"))
                .build();
        Grant everyone = Grant.builder()
                .permission(Permission.READ)
                .grantee(grantee -> grantee.type(Type.GROUP).uri("http://acs.amazonaws.com/groups/global/AllUsers"))
                .build();
        GetObjectAclResponse.Builder acl = GetObjectAclResponse.builder().owner(it -> it.id("me"));

        assertThat(ObjectGrants.beyondOwner(acl.grants(owner).build())).isEmpty();
        CopyObjectRequest request = new ObjectCopy(
                        VERSION, HeadObjectResponse.builder().build(), Map.of())
                .request(
                        Optional.empty(),
                        ObjectGrants.beyondOwner(acl.grants(owner, everyone).build()));
        assertThat(request.grantFullControl()).isEqualTo("id=\"me\"");
        assertThat(request.grantRead()).isEqualTo("uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"");
        assertThat(request.grantWriteACP()).isNull();
    }

    private static CopyObjectRequest copy(HeadObjectResponse head) {
        return new ObjectCopy(VERSION, head, Map.of("hangtag-class", "saree"))
                .request(Optional.empty(), Optional.empty());
    }
}
