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
import java.util.concurrent.CompletableFuture;

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

    /** As Hangtag makes them: item and object at once, head and tags at once, copy, item. */
    void hangtag(PhotoEvent photo) throws IOException, InterruptedException {
        atOnce(
                item("GetItem", "{\"TableName\":\"%s\",\"ConsistentRead\":true,\"Key\":%s}", photo),
                s3(photo, "").GET());
        atOnce(
                s3(photo, "").method("HEAD", BodyPublishers.noBody()),
                s3(photo, "?tagging").GET());
        send(s3(photo, "")
                .header("x-amz-copy-source", "/" + photo.bucket() + "/" + photo.key())
                .header("x-amz-metadata-directive", "REPLACE")
                .header("x-amz-meta-hangtag-class", "a")
                .header("x-amz-tagging-directive", "REPLACE")
                .header("x-amz-tagging", TAGS)
                .PUT(BodyPublishers.noBody()));
        send(item("PutItem", "{\"TableName\":\"%s\",\"Item\":%s}", photo));
    }

    /** As the Python handler makes them: object, tags, item. */
    void python(PhotoEvent photo) throws IOException, InterruptedException {
        send(s3(photo, "").GET());
        send(s3(photo, "?tagging").PUT(BodyPublishers.ofString(TAGGING)));
        send(item("PutItem", "{\"TableName\":\"%s\",\"Item\":%s}", photo));
    }

    private HttpRequest.Builder s3(PhotoEvent photo, String query) {
        return HttpRequest.newBuilder(URI.create(endpoints.s3() + "/" + photo.bucket() + "/" + photo.key() + query));
    }

    private HttpRequest.Builder item(String action, String body, PhotoEvent photo) {
        String key = "{\"photoId\":{\"S\":\"%s/%s\"}}".formatted(photo.bucket(), photo.key());
        return HttpRequest.newBuilder(endpoints.dynamodb())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + action)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=hangtag/20261122/us-east-1/dynamodb/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString(body.formatted(LocalNames.DEFAULT.table(), key)));
    }

    private void atOnce(HttpRequest.Builder one, HttpRequest.Builder other) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> beside = http.sendAsync(other.build(), BodyHandlers.ofByteArray());
        send(one);
        check(beside.join());
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        check(http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private static void check(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "An emulator answered %d: %s".formatted(response.statusCode(), new String(response.body())));
        }
    }
}
