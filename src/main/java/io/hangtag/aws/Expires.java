package io.hangtag.aws;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The {@code Expires} header of an object (RFC 9110, 5.6.7); merchants' tools write it loosely. */
final class Expires {
    private Expires() {}

    /** The date, empty where there is none or it is none. */
    static Optional<Instant> parse(String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
