package io.hangtag.api.upload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one upload may be: this bucket, exactly these form fields, exactly this many bytes, until then. S3 refuses whatever
 * differs.
 *
 * @param bucket where it goes
 * @param fields every form field but policy, signature and the file itself
 * @param size bytes of the file
 * @param expiresAt when the form ends
 */
record PostPolicy(String bucket, Map<String, String> fields, long size, Instant expiresAt) {
    PostPolicy {
        fields = new LinkedHashMap<>(fields);
    }

    /** The policy document, to be written as JSON. */
    Map<String, Object> document() {
        List<Object> conditions = new ArrayList<>();
        conditions.add(Map.of("bucket", bucket));
        fields.forEach((name, value) -> conditions.add(Map.of(name, value)));
        conditions.add(List.of("content-length-range", size, size));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("expiration", expiresAt.truncatedTo(ChronoUnit.MILLIS).toString());
        document.put("conditions", conditions);
        return document;
    }
}
