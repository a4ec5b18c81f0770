package io.hangtag.bench.function;

import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The calls of one photo by a bare HTTP client, without signatures, which the emulators do not check: what they and the sockets
 * take of a function's time.
 */
final class EmulatorCalls {
    private static final String TAGS = "hangtag%3Aclass=a&hangtag%3Agroup=b&hangtag%3Agarment=c&hangtag%3Aaudience=d";
    private static final String TAGGING =
            "<Tagging><TagSet><Tag><Key>hangtag:class</Key><Value>a</Value></Tag></TagSet></Tagging>";

    private final LocalEndpoints endpoints;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EmulatorCalls(LocalEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** As Hangtag makes them: item, object, head, grants, tags, copy, item. */
    void hangtag(PhotoEvent photo) throws IOException, InterruptedException {
        item("GetItem", "{\"TableName\":\"%s\",\"ConsistentRead\":true,\"Key\":%s}", photo);
        send(s3(photo, "").GET());
        send(s3(photo, "").method("HEAD", BodyPublishers.noBody()));
        send(s3(photo, "?acl").GET());
        send(s3(photo, "?tagging").GET());
        send(s3(photo, "")
                .header("x-amz-copy-source", "/" + photo.bucket() + "/" + photo.key())
                .header("x-amz-metadata-directive", "REPLACE")
                .header("x-amz-meta-hangtag-class", "a")
                .header("x-amz-tagging-directive", "REPLACE")
                .header("x-amz-tagging", TAGS)
                .PUT(BodyPublishers.noBody()));
        item("PutItem", "{\"TableName\":\"%s\",\"Item\":%s}", photo);
    }

    /** As the Python handler makes them: object, tags, item. */
    void python(PhotoEvent photo) throws IOException, InterruptedException {
        send(s3(photo, "").GET());
        send(s3(photo, "?tagging").PUT(BodyPublishers.ofString(TAGGING)));
        item("PutItem", "{\"TableName\":\"%s\",\"Item\":%s}", photo);
    }

    private HttpRequest.Builder s3(PhotoEvent photo, String query) {
        return HttpRequest.newBuilder(URI.create(endpoints.s3() + "/" + photo.bucket() + "/" + photo.key() + query));
    }

    private void item(String action, String body, PhotoEvent photo) throws IOException, InterruptedException {
        String key = "{\"photoId\":{\"S\":\"%s/%s\"}}".formatted(photo.bucket(), photo.key());
        send(HttpRequest.newBuilder(endpoints.dynamodb())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + action)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=hangtag/20261122/us-east-1/dynamodb/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString(body.formatted(LocalNames.DEFAULT.table(), key))));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "An emulator answered %d: %s".formatted(response.statusCode(), new String(response.body())));
        }
    }
}
