package io.hangtag.tagging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What ties together the log lines and the item of one upload, from the request for its form to its tag.
 *
 * @param value 1 to 64 letters, digits, dots, dashes and underscores: it goes into logs and comes from outside
 */
public record CorrelationId(String value) {
    /** The user metadata field that carries it, without {@code x-amz-meta-}. */
    public static final String METADATA_FIELD = TagSet.METADATA_PREFIX + "correlation";

    /** Its name in log lines and items. */
    public static final String NAME = "correlationId";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public CorrelationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A correlation id has 1 to 64 letters, digits, '.', '-' and '_'");
        }
    }

    /** The id that somebody sent; empty if they sent none, or what cannot be one. */
    public static Optional<CorrelationId> of(String text) {
        return Optional.ofNullable(text)
                .filter(sent -> FORM.matcher(sent).matches())
                .map(CorrelationId::new);
    }

    /** One that nobody has had. */
    public static CorrelationId random() {
        return new CorrelationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
