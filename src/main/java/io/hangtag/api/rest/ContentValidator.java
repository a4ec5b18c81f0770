package io.hangtag.api.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a browser may do with bytes that change only with a photo's content.
 *
 * @param etag of these bytes, quotes included
 * @param pinned whether the URL names this content, so that it never gives anything else
 */
record ContentValidator(String etag, boolean pinned) {
    private static final int YEAR_SECONDS = 31_536_000;

    static ContentValidator ofThumbnail(String contentHash, int size, boolean pinned) {
        return new ContentValidator("\"" + contentHash + "-" + size + "\"", pinned);
    }

    /** Whether the caller has these bytes already (RFC 9110, section 13.1.2). */
    boolean isIn(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",")).map(String::strip).anyMatch(this::matches);
    }

    private boolean matches(String tag) {
        return tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag);
    }

    <T> RestResponse<T> notModified() {
        return withHeaders(RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED))
                .build();
    }

    <T> RestResponse.ResponseBuilder<T> withHeaders(RestResponse.ResponseBuilder<T> response) {
        return response.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, cacheControl());
    }

    private String cacheControl() {
        return pinned ? "private, max-age=" + YEAR_SECONDS + ", immutable" : "private, no-cache";
    }
}
