package io.hangtag.testing;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * A bucket with S3's semantics for the calls that tag a photo, with or without versions: content is replaced whole, a copy is
 * held against the entity tag of source and target both, tags are written without condition. An answer can be lost, upon
 * which the SDK makes the same call again. Not for several threads at a time.
 */
public final class InMemoryS3 implements S3Client {
    private static final Instant LAST_MODIFIED = Instant.parse("2026-11-22T10:00:00Z");

    private final Map<String, List<Version>> objects = new HashMap<>();
    private final boolean versioned;
    private final boolean acls;
    private final Consumer<String> beforeCall;
    private final BooleanSupplier answerIsLost;
    private int lastVersion;
    private int copies;
    private int taggings;

    /**
     * What a merchant set, all of which a copy has to name again.
     *
     * @param metadata user metadata
     * @param tags object tags
     * @param cacheControl one of the headers
     */
    public record Settings(Map<String, String> metadata, Map<String, String> tags, String cacheControl) {}

    /**
     * One content of one key.
     *
     * @param id version id
     * @param bytes {@code null} of a delete marker
     * @param etag entity tag, with quotes
     * @param now what stands on it now
     * @param theirs what the merchant set, and would find again if nobody else wrote
     */
    public record Version(String id, byte[] bytes, String etag, Settings now, Settings theirs) {
        boolean isDeleteMarker() {
            return bytes == null;
        }

        private Version tagged(Map<String, String> tags) {
            return new Version(id, bytes, etag, new Settings(now.metadata(), tags, now.cacheControl()), theirs);
        }

        private Version taggedByMerchant(Map<String, String> tags, Map<String, String> merged) {
            Settings set = new Settings(theirs.metadata(), tags, theirs.cacheControl());
            return new Version(id, bytes, etag, new Settings(now.metadata(), merged, now.cacheControl()), set);
        }
    }

    /**
     * An empty bucket.
     *
     * @param versioned whether it keeps versions
     * @param acls whether it has access control lists
     * @param beforeCall is told the name of each call before it takes effect; may throw, as a crash does
     * @param answerIsLost whether the call that has just taken effect is made once more
     */
    public InMemoryS3(boolean versioned, boolean acls, Consumer<String> beforeCall, BooleanSupplier answerIsLost) {
        this.versioned = versioned;
        this.acls = acls;
        this.beforeCall = beforeCall;
        this.answerIsLost = answerIsLost;
    }

    /** A merchant uploads; in parts, the entity tag is not the content's digest. */
    public void put(String key, byte[] bytes, Settings settings, boolean inParts) {
        String etag = "\"" + md5(bytes) + (inParts ? "-2" : "") + "\"";
        add(key, new Version(nextVersion(), bytes, etag, settings, settings));
    }

    /** A merchant deletes. */
    public void delete(String key) {
        if (versioned) {
            versions(key).add(new Version(nextVersion(), null, null, null, null));
        } else {
            objects.remove(key);
        }
    }

    /** A merchant deletes the newest version, be it a content or a delete marker. */
    public void deleteNewestVersion(String key) {
        versions(key).remove(versions(key).size() - 1);
    }

    /** A merchant changes their tags, and leaves those of others as they are. */
    public void changeTags(String key, Map<String, String> tags) {
        Version present = current(key).orElseThrow();
        Map<String, String> merged = new HashMap<>(present.now().tags());
        merged.keySet().removeAll(present.theirs().tags().keySet());
        merged.putAll(tags);
        replace(key, present, present.taggedByMerchant(tags, merged));
    }

    /** What lies under the key, empty where nothing does or a delete marker hides it. */
    public Optional<Version> current(String key) {
        List<Version> versions = versions(key);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.get(versions.size() - 1)).filter(version -> !version.isDeleteMarker());
    }

    /** All versions of a key, oldest first, delete markers included. */
    public List<Version> versions(String key) {
        return objects.computeIfAbsent(key, none -> new ArrayList<>());
    }

    /** How many copies took effect. */
    public int copies() {
        return copies;
    }

    /** How many copies and taggings took effect. */
    public int writes() {
        return copies + taggings;
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        beforeCall.accept("GetObject");
        Version version = require(request.key(), request.versionId());
        GetObjectResponse response = GetObjectResponse.builder()
                .eTag(version.etag())
                .versionId(shown(version))
                .contentLength((long) version.bytes().length)
                .metadata(version.now().metadata())
                .lastModified(LAST_MODIFIED)
                .build();
        try {
            return transformer.transform(
                    response, AbortableInputStream.create(new ByteArrayInputStream(version.bytes())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        beforeCall.accept("HeadObject");
        Version version = require(request.key(), request.versionId());
        return HeadObjectResponse.builder()
                .eTag(version.etag())
                .versionId(shown(version))
                .contentLength((long) version.bytes().length)
                .metadata(version.now().metadata())
                .cacheControl(version.now().cacheControl())
                .lastModified(LAST_MODIFIED)
                .build();
    }

    @Override
    public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
        beforeCall.accept("GetObjectTagging");
        Version version = require(request.key(), request.versionId());
        return GetObjectTaggingResponse.builder()
                .versionId(shown(version))
                .tagSet(version.now().tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    /** Of the bucket, so it is no step in what happens to an object. */
    @Override
    public GetBucketOwnershipControlsResponse getBucketOwnershipControls(GetBucketOwnershipControlsRequest request) {
        OwnershipControlsRule rule = OwnershipControlsRule.builder()
                .objectOwnership(acls ? ObjectOwnership.BUCKET_OWNER_PREFERRED : ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .build();
        return GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(controls -> controls.rules(rule))
                .build();
    }

    @Override
    public GetObjectAclResponse getObjectAcl(GetObjectAclRequest request) {
        beforeCall.accept("GetObjectAcl");
        require(request.key(), request.versionId());
        return GetObjectAclResponse.builder().build();
    }

    @Override
    public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest request) {
        beforeCall.accept("PutObjectTagging");
        Version version = require(request.key(), request.versionId());
        replace(request.key(), version, version.tagged(map(request.tagging().tagSet())));
        taggings++;
        // A call that is made again finds what it wrote.
        answerIsLost.getAsBoolean();
        return PutObjectTaggingResponse.builder().build();
    }

    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest request) {
        beforeCall.accept("CopyObject");
        CopyObjectResponse response = copy(request);
        return answerIsLost.getAsBoolean() ? copy(request) : response;
    }

    private CopyObjectResponse copy(CopyObjectRequest request) {
        Version source = require(request.sourceKey(), request.sourceVersionId());
        match(request.copySourceIfMatch(), source);
        Version target = require(request.destinationKey(), null);
        match(request.ifMatch(), target);
        Map<String, String> tags = request.taggingDirective() == TaggingDirective.REPLACE
                ? map(TagHeader.read(request.tagging()))
                : source.now().tags();
        Version copy = new Version(
                nextVersion(),
                source.bytes(),
                "\"" + md5(source.bytes()) + "\"",
                new Settings(request.metadata(), tags, request.cacheControl()),
                target.theirs());
        add(request.destinationKey(), copy);
        copies++;
        return CopyObjectResponse.builder()
                .copyObjectResult(result -> result.eTag(copy.etag()))
                .versionId(shown(copy))
                .build();
    }

    private static void match(String etag, Version version) {
        if (!version.etag().equals(etag)) {
            throw refusal(412, "At least one of the preconditions you specified did not hold");
        }
    }

    private Version require(String key, String versionId) {
        Optional<Version> found = versionId == null
                ? current(key)
                : versions(key).stream()
                        .filter(version -> versionId.equals(version.id()) && !version.isDeleteMarker())
                        .findFirst();
        return found.orElseThrow(() -> refusal(404, "The specified key does not exist"));
    }

    private static RuntimeException refusal(int status, String message) {
        return S3Exception.builder().statusCode(status).message(message).build();
    }

    private void add(String key, Version version) {
        if (!versioned) {
            versions(key).clear();
        }
        versions(key).add(version);
    }

    private void replace(String key, Version version, Version by) {
        versions(key).replaceAll(other -> other == version ? by : other);
    }

    private String nextVersion() {
        return "v" + ++lastVersion;
    }

    private String shown(Version version) {
        return versioned ? version.id() : null;
    }

    private static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new HashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
