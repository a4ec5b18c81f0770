package io.hangtag.api.access;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** The token that a deployment without a gateway asks of writes (RFC 6750). Compared by hash, in constant time. */
final class BearerToken {
    /** Shorter ones can be tried out. */
    private static final int SHORTEST = 16;

    private static final String SCHEME = "bearer ";

    private final Optional<byte[]> expected;

    BearerToken(Optional<String> token) {
        if (token.filter(text -> text.length() < SHORTEST).isPresent()) {
            throw new IllegalStateException("hangtag.api.write-token has at least " + SHORTEST + " characters");
        }
        this.expected = token.map(BearerToken::hash);
    }

    /** Refuses with {@code UNAUTHENTICATED} whatever is not the token. */
    void check(String authorization) {
        byte[] token = expected.orElseThrow(() -> refused("This service takes no writes: set hangtag.api.write-token"
                + " (HANGTAG_API_WRITE_TOKEN) to the token they have to carry, or hangtag.api.access=gateway behind a"
                + " gateway that checks who writes"));
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused("Send the write token as Authorization: Bearer …");
        }
        String given = authorization.substring(SCHEME.length()).strip();
        if (!MessageDigest.isEqual(hash(given), token)) {
            throw refused("The token in Authorization is not the one of this service");
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static RequestProblemException refused(String detail) {
        return new RequestProblemException(RequestProblem.UNAUTHENTICATED, detail);
    }
}
