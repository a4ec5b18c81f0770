package io.hangtag.bench.function;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One uploaded photo, as S3 and SQS tell of it.
 *
 * @param bucket its bucket
 * @param key its key, of characters that need no encoding
 */
record PhotoEvent(String bucket, String key) {
    /** An event that tells of no photo. */
    static final String EMPTY = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Records\":[]}";

    /** The S3 notification. */
    String notification() {
        return """
                {"Records":[{"eventVersion":"2.6","eventSource":"aws:s3","awsRegion":"us-east-1",\
                "eventTime":"2026-11-22T10:00:00.000Z","eventName":"ObjectCreated:Put",\
                "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"%s"},\
                "object":{"key":"%s","size":1,"sequencer":"0055AED6DCD90281E5"}}}]}""".formatted(bucket, key);
    }

    /** The batch in which a queue hands those photos over. */
    static String batch(List<PhotoEvent> photos) {
        return photos.stream()
                .map(photo -> "{\"messageId\":\"%s\",\"eventSource\":\"aws:sqs\",\"body\":\"%s\"}"
                        .formatted(UUID.randomUUID(), photo.notification().replace("\"", "\\\"")))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }
}
