package io.hangtag.api.access;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.net.URI;
import java.util.Set;

/**
 * Keeps other pages in the same browser away from a service on this machine that asks for no token: they may send it
 * requests, and a name of theirs may even lead here (DNS rebinding). Programs other than browsers send none of these headers
 * and are let through.
 */
final class SameOrigin {
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Refuses with {@code CROSS_SITE_REQUEST}. Each header is {@code null} where the request has none.
     *
     * @param write whether the request may change something; what may only be read is kept from other hosts' names alone
     */
    void check(String host, String fetchSite, String origin, boolean write) {
        if (host != null && !LOOPBACK.contains(host.replaceFirst(":\\d*$", ""))) {
            throw refused("This service answers under localhost and 127.0.0.1 only, not under " + host);
        }
        boolean foreign = fetchSite != null && !OURS.contains(fetchSite)
                || origin != null && !authority(origin).equals(host);
        if (write && foreign) {
            throw refused("Another page than this service's own may not write here");
        }
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static RequestProblemException refused(String detail) {
        return new RequestProblemException(RequestProblem.CROSS_SITE_REQUEST, detail);
    }
}
