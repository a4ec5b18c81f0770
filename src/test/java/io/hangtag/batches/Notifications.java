package io.hangtag.batches;

import io.hangtag.local.LocalNames;

/** Notifications as S3 sends them. */
final class Notifications {
    static final String BUCKET = LocalNames.DEFAULT.bucket();

    private Notifications() {}

    /**
     * Of an upload to {@link #BUCKET}.
     *
     * @param key encoded as a form does
     */
    static String created(String key) {
        return """
                {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
                 "s3":{"bucket":{"name":"%s"},"object":{"key":"%s","sequencer":"A1"}}}]}""".formatted(BUCKET, key);
    }
}
