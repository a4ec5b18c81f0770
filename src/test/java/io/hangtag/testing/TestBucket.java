package io.hangtag.testing;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.Tag;

/** Bucket and table of the local endpoints, as a merchant and an engineer see them. */
public final class TestBucket {
    private static final String BUCKET = LocalNames.DEFAULT.bucket();

    private final LocalAws aws;

    public TestBucket(LocalAws aws) {
        this.aws = aws;
    }

    /** Puts a photo that has metadata {@code sku} of the merchant's own. */
    public void put(String key, byte[] content) {
        aws.clients()
                .s3()
                .putObject(
                        request -> request.bucket(BUCKET).key(key).metadata(Map.of("sku", "4711")),
                        RequestBody.fromBytes(content));
    }

    /** The object's tags. */
    public Map<String, String> tags(String key) {
        return aws
                .clients()
                .s3()
                .getObjectTagging(request -> request.bucket(BUCKET).key(key))
                .tagSet()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    /** The object's user metadata. */
    public Map<String, String> metadata(String key) {
        return aws.clients()
                .s3()
                .headObject(request -> request.bucket(BUCKET).key(key))
                .metadata();
    }

    /** The photo's item; empty if there is none. */
    public Map<String, AttributeValue> item(String key) {
        return aws.clients()
                .dynamodb()
                .getItem(request -> request.tableName(LocalNames.DEFAULT.table())
                        .key(Map.of("photoId", AttributeValue.fromS(BUCKET + "/" + key))))
                .item();
    }
}
