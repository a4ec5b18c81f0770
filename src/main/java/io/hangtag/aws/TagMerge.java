package io.hangtag.aws;

import io.hangtag.tagging.TagSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Our tags among the merchant's: S3 replaces the whole set, holds {@value #MAXIMUM_TAGS} a object, and allows letters,
 * digits, spaces and {@code _ . : / = + - @} ("Categorizing your storage using tags", Amazon S3 User Guide). The merchant's
 * stay; ours fill the room that is left, in their order.
 */
final class TagMerge {
    private static final int MAXIMUM_TAGS = 10;
    private static final int MAXIMUM_VALUE = 256;
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\\p{L}\\p{Nd}\\p{Zs}_.:/=+\\-@]");

    /**
     * The whole set to write.
     *
     * @param tags the merchant's, then ours
     * @param notes which of ours found no room
     */
    record Merged(List<Tag> tags, List<String> notes) {
        /** Whether the object has exactly these tags, in whatever order. */
        boolean sameAs(List<Tag> present) {
            return tags.size() == present.size() && new HashSet<>(tags).equals(new HashSet<>(present));
        }
    }

    Merged merge(List<Tag> present, TagSet ours) {
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : present) {
            if (!tag.key().startsWith(TagSet.TAG_PREFIX)) {
                tags.add(tag);
            }
        }
        List<String> left = new ArrayList<>();
        ours.fields().forEach((name, value) -> {
            if (tags.size() < MAXIMUM_TAGS) {
                tags.add(Tag.builder()
                        .key(TagSet.TAG_PREFIX + name)
                        .value(allowed(value))
                        .build());
            } else {
                left.add(TagSet.TAG_PREFIX + name);
            }
        });
        List<String> notes = left.isEmpty()
                ? List.of()
                : List.of("No room for the tags %s: the object has %d others of the %d that S3 allows"
                        .formatted(
                                String.join(", ", left),
                                tags.size() - (ours.fields().size() - left.size()),
                                MAXIMUM_TAGS));
        return new Merged(List.copyOf(tags), notes);
    }

    private static String allowed(String value) {
        String replaced = NOT_ALLOWED.matcher(value).replaceAll("_");
        return replaced.length() <= MAXIMUM_VALUE ? replaced : replaced.substring(0, MAXIMUM_VALUE);
    }
}
