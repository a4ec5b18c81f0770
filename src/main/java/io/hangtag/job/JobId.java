package io.hangtag.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Makes ids of jobs: the second of their creation, so that they sort by it, and four random bytes. */
final class JobId {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int RANDOM_BYTES = 4;

    String at(Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        // Made anew each time: one that is kept would be part of a function's snapshot.
        new SecureRandom().nextBytes(random);
        return SECOND.format(now) + "-" + HexFormat.of().formatHex(random);
    }
}
