package io.hangtag.lambda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Answers the calls of S3 and DynamoDB clients without any store, as stores would in which each photo is new, bears no tags,
 * and takes every write. Nothing leaves the process. Safe from several threads.
 */
final class StandInStores implements SdkHttpClient {
    private static final String ETAG = "\"d41d8cd98f00b204e9800998ecf8427e\"";
    private static final String MODIFIED = "Wed, 25 Nov 2026 12:00:00 GMT";
    private static final String NOTHING = "{}";
    private static final String NO_TAGS = "<Tagging><TagSet/></Tagging>";
    private static final String OWNER_ENFORCED = "<OwnershipControls><Rule>"
            + "<ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>";
    private static final String COPIED = "<CopyObjectResult><ETag>" + ETAG
            + "</ETag><LastModified>2026-11-25T12:00:00.000Z</LastModified></CopyObjectResult>";

    private final List<byte[]> photos;
    private final AtomicInteger fetched = new AtomicInteger();

    /** @param photos what lies under any key, in turn */
    StandInStores(List<byte[]> photos) {
        this.photos = List.copyOf(photos);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return answer(request.httpRequest());
            }

            @Override
            public void abort() {
                // A call ends at once.
            }
        };
    }

    private HttpExecuteResponse answer(SdkHttpRequest request) {
        if (request.firstMatchingHeader("X-Amz-Target").isPresent()) {
            return answer("application/x-amz-json-1.0", text(NOTHING));
        }
        if (request.rawQueryParameters().containsKey("tagging")) {
            return answer("application/xml", text(NO_TAGS));
        }
        if (request.rawQueryParameters().containsKey("ownershipControls")) {
            return answer("application/xml", text(OWNER_ENFORCED));
        }
        return switch (request.method()) {
            case PUT -> answer("application/xml", text(COPIED));
            case HEAD -> head(photos.get(0));
            default -> answer("image/jpeg", photos.get(Math.floorMod(fetched.getAndIncrement(), photos.size())));
        };
    }

    private static HttpExecuteResponse answer(String type, byte[] body) {
        return HttpExecuteResponse.builder()
                .response(headers(type, body.length))
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    private static HttpExecuteResponse head(byte[] photo) {
        return HttpExecuteResponse.builder()
                .response(headers("image/jpeg", photo.length))
                .build();
    }

    private static SdkHttpResponse headers(String type, int length) {
        return SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", type)
                .putHeader("Content-Length", Integer.toString(length))
                .putHeader("ETag", ETAG)
                .putHeader("Last-Modified", MODIFIED)
                .build();
    }

    private static byte[] text(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
