package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageLimits;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.StoredPhoto;
import io.hangtag.tagging.TagSet;
import io.hangtag.testing.LocalAwsExtension;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Against a real S3 protocol endpoint. */
class S3PhotoStoreTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String BUCKET = "shop-photos";
    private static final byte[] CONTENT = {1, 2, 3, 4};
    private static final TagSet OURS = new TagSet(Map.of("class", "saree", "garment", "Saree"), "c0ffee");

    private final S3Client s3 = AWS.clients().s3();
    private final PhotoId photo = new PhotoId(BUCKET, "uploads/ä b+c%20 " + UUID.randomUUID() + ".jpg");

    @BeforeEach
    void makeTheBucket() {
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @Test
    void fetchesAPhotoWithWhatTheStoreSaysOfIt() {
        put(Map.of("sku", "4711"));

        StoredPhoto fetched = await(store(MetadataWrite.BOTH).fetch(photo));

        assertThat(fetched.bytes()).isEqualTo(CONTENT);
        assertThat(fetched.version().photoId()).isEqualTo(photo);
        assertThat(fetched.version().etag()).isEqualTo(head().eTag());
        assertThat(fetched.version().size()).isEqualTo(4);
        assertThat(fetched.version().metadata()).containsEntry("sku", "4711");
    }

    @Test
    void saysByCodeThatAPhotoIsGone() {
        PhotoStore store = store(MetadataWrite.BOTH);

        assertThat(failure(store.fetch(photo)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(await(store.describe(photo))).isEmpty();
    }

    @Test
    void refusesAPhotoByItsLength() {
        s3.putObject(request(Map.of()), RequestBody.fromBytes(new byte[101]));
        assertThat(failure(store(MetadataWrite.BOTH).fetch(photo)).code()).isEqualTo(ErrorCode.TOO_LARGE);

        s3.putObject(request(Map.of()), RequestBody.fromBytes(new byte[0]));
        assertThat(failure(store(MetadataWrite.BOTH).fetch(photo)).code()).isEqualTo(ErrorCode.EMPTY_OBJECT);
    }

    @Test
    void takesAMissingBucketForAFaultOfTheSettingsNotForAMissingPhoto() {
        PhotoId elsewhere = new PhotoId("no-such-bucket", "a.jpg");

        assertThat(failure(store(MetadataWrite.BOTH).fetch(elsewhere)).code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void saysThatAStoreDoesNotAnswer() {
        try (S3Client nobody = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            HangtagException failure = failure(store(nobody, MetadataWrite.BOTH).fetch(photo));

            assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            assertThat(failure.code().isTransient()).isTrue();
        }
    }

    @Test
    void writesTagsAndMetadataInOneStepAndKeepsWhatTheMerchantSet() {
        // given
        s3.putObject(
                request(Map.of("sku", "4711")).toBuilder()
                        .cacheControl("max-age=60")
                        .contentDisposition("inline")
                        .tagging(Tagging.builder()
                                .tagSet(Tag.builder()
                                        .key("season")
                                        .value("spring + summer")
                                        .build())
                                .build())
                        .build(),
                RequestBody.fromBytes(CONTENT));

        // when
        PhotoStore.WriteResult written = write(MetadataWrite.BOTH);

        // then
        assertThat(tags())
                .isEqualTo(Map.of("season", "spring + summer", "hangtag:class", "saree", "hangtag:garment", "Saree"));
        HeadObjectResponse head = head();
        assertThat(head.metadata())
                .isEqualTo(Map.of(
                        "sku", "4711",
                        "hangtag-class", "saree",
                        "hangtag-garment", "Saree",
                        "hangtag-content", "c0ffee"));
        assertThat(head.contentType()).isEqualTo("image/jpeg");
        assertThat(head.cacheControl()).isEqualTo("max-age=60");
        assertThat(head.contentDisposition()).isEqualTo("inline");
        assertThat(written.version().orElseThrow().etag()).isEqualTo(head.eTag());
        assertThat(written.version().orElseThrow().metadata()).isEqualTo(head.metadata());
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectOwnership.class,
            names = {"OBJECT_WRITER", "BUCKET_OWNER_PREFERRED"})
    void keepsAGrantInABucketWithAccessControlLists(ObjectOwnership ownership) {
        // given a photo that anyone may read
        String bucket = "shop-" + UUID.randomUUID();
        PhotoId open = new PhotoId(bucket, "uploads/a.jpg");
        s3.createBucket(request -> request.bucket(bucket).objectOwnership(ownership));
        s3.putObject(
                request -> request.bucket(bucket).key(open.key()).acl(ObjectCannedACL.PUBLIC_READ),
                RequestBody.fromBytes(CONTENT));
        List<String> before = grants(open);
        assertThat(before).hasSize(2).contains("READ http://acs.amazonaws.com/groups/global/AllUsers");

        // when
        PhotoStore store = store(MetadataWrite.BOTH);
        PhotoStore.WriteResult written =
                await(store.write(await(store.describe(open)).orElseThrow(), OURS));

        // then
        assertThat(written.changed()).isTrue();
        assertThat(grants(open)).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @EnumSource(MetadataWrite.class)
    void writesWhatTheSettingSays(MetadataWrite setting) {
        put(Map.of());

        write(setting);

        boolean wantsTags = setting == MetadataWrite.BOTH || setting == MetadataWrite.TAGS;
        boolean wantsMetadata = setting == MetadataWrite.BOTH || setting == MetadataWrite.METADATA;
        assertThat(tags().containsKey("hangtag:class")).isEqualTo(wantsTags);
        assertThat(head().metadata().containsKey("hangtag-class")).isEqualTo(wantsMetadata);
    }

    @Test
    void keepsTheMerchantsTagsWhereOnlyMetadataIsWritten() {
        put(Map.of());
        s3.putObjectTagging(request -> request.bucket(BUCKET)
                .key(photo.key())
                .tagging(it -> it.tagSet(Tag.builder().key("mine").value("1").build())));

        write(MetadataWrite.METADATA);

        assertThat(tags()).isEqualTo(Map.of("mine", "1"));
    }

    @Test
    void copiesNothingWhereEverythingIsThereAlready() {
        put(Map.of());
        write(MetadataWrite.BOTH);
        Instant before = head().lastModified();

        PhotoStore.WriteResult again = write(MetadataWrite.BOTH);

        assertThat(head().lastModified()).isEqualTo(before);
        assertThat(again.version()).isPresent();
    }

    @Test
    void writesOnlyTheTagsAgainWhereTheMerchantDroppedThem() {
        put(Map.of());
        write(MetadataWrite.BOTH);
        s3.deleteObjectTagging(request -> request.bucket(BUCKET).key(photo.key()));
        Instant before = head().lastModified();

        write(MetadataWrite.BOTH);

        assertThat(tags()).containsEntry("hangtag:class", "saree");
        assertThat(head().lastModified()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(value = MetadataWrite.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void writesNothingToAPhotoThatWasOverwrittenSinceItWasRead(MetadataWrite setting) {
        put(Map.of());
        ObjectVersion read = await(store(setting).fetch(photo)).version();
        s3.putObject(request(Map.of()), RequestBody.fromBytes(new byte[] {9}));

        PhotoStore.WriteResult result = await(store(setting).write(read, OURS));

        assertThat(result.version()).isEmpty();
        assertThat(tags()).isEmpty();
        assertThat(head().metadata()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = MetadataWrite.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void doesNotBringBackAPhotoThatWasDeletedSinceItWasRead(MetadataWrite setting) {
        put(Map.of());
        ObjectVersion read = await(store(setting).fetch(photo)).version();
        s3.deleteObject(request -> request.bucket(BUCKET).key(photo.key()));

        assertThat(await(store(setting).write(read, OURS)).version()).isEmpty();
        assertThat(await(store(setting).describe(photo))).isEmpty();
    }

    @Test
    void passesOnWhatFoundNoRoom() {
        put(Map.of("description", "x".repeat(1990)));

        PhotoStore.WriteResult result = write(MetadataWrite.BOTH);

        assertThat(result.notes()).singleElement().asString().contains("No room for our user metadata");
        assertThat(tags()).containsEntry("hangtag:class", "saree");
    }

    /** What is granted, and to whom. */
    private List<String> grants(PhotoId object) {
        return s3.getObjectAcl(request -> request.bucket(object.bucket()).key(object.key())).grants().stream()
                .map(grant -> grant.permission() + " "
                        + Optional.ofNullable(grant.grantee().uri())
                                .orElse(grant.grantee().id()))
                .toList();
    }

    private PhotoStore.WriteResult write(MetadataWrite setting) {
        PhotoStore store = store(setting);
        return await(store.write(await(store.describe(photo)).orElseThrow(), OURS));
    }

    private void put(Map<String, String> metadata) {
        s3.putObject(request(metadata), RequestBody.fromBytes(CONTENT));
    }

    private PutObjectRequest request(Map<String, String> metadata) {
        return PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(photo.key())
                .contentType("image/jpeg")
                .metadata(metadata)
                .build();
    }

    private HeadObjectResponse head() {
        return s3.headObject(request -> request.bucket(BUCKET).key(photo.key()));
    }

    private Map<String, String> tags() {
        return s3.getObjectTagging(request -> request.bucket(BUCKET).key(photo.key())).tagSet().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private PhotoStore store(MetadataWrite setting) {
        return store(s3, setting);
    }

    private static PhotoStore store(S3Client client, MetadataWrite setting) {
        return new S3PhotoStore(client, new ImageLimits(100, 1, 1), setting, Runnable::run);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().indefinitely();
    }

    private static HangtagException failure(Uni<?> call) {
        return catchThrowableOfType(HangtagException.class, () -> await(call));
    }
}
