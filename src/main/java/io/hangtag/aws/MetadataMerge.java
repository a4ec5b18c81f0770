package io.hangtag.aws;

import io.hangtag.tagging.CorrelationId;
import io.hangtag.tagging.TagSet;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Our fields among the merchant's user metadata, which may have {@value #MAXIMUM_BYTES} bytes in all, names and values
 * together ("Working with object metadata", Amazon S3 User Guide). With no room, the merchant's stay as they are and ours
 * are left out whole: half of an answer would read like another answer.
 */
final class MetadataMerge {
    private static final int MAXIMUM_BYTES = 2048;

    /**
     * The whole user metadata to write.
     *
     * @param fields names without {@code x-amz-meta-}
     * @param notes what was left out
     */
    record Merged(Map<String, String> fields, List<String> notes) {}

    Merged merge(Map<String, String> present, TagSet ours) {
        Map<String, String> theirs = new TreeMap<>(present);
        // What came with the upload stays too: nobody could tell it again.
        theirs.keySet()
                .removeIf(
                        name -> name.startsWith(TagSet.METADATA_PREFIX) && !name.equals(CorrelationId.METADATA_FIELD));
        Map<String, String> all = new LinkedHashMap<>(theirs);
        ours.fields().forEach((name, value) -> all.put(TagSet.METADATA_PREFIX + name, ascii(value)));
        if (ours.contentHash() != null) {
            all.put(TagSet.METADATA_PREFIX + TagSet.CONTENT_FIELD, ours.contentHash());
        }
        int bytes = all.entrySet().stream()
                .mapToInt(field -> length(field.getKey()) + length(field.getValue()))
                .sum();
        if (bytes <= MAXIMUM_BYTES) {
            return new Merged(Map.copyOf(all), List.of());
        }
        return new Merged(
                Map.copyOf(theirs),
                List.of("No room for our user metadata: with it the object would have %d bytes of the %d that S3 allows"
                        .formatted(bytes, MAXIMUM_BYTES)));
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** REST carries user metadata as US-ASCII. */
    private static String ascii(String value) {
        return value.replaceAll("[^ -~]", "_");
    }
}
