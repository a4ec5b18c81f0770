package io.hangtag.api.web;

import io.hangtag.api.upload.UploadTarget;
import io.hangtag.config.HangtagConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Headers of every response. The page runs its own script and style files only, talks to this service and to the bucket's
 * endpoint, and shows images of this service, of files just chosen and, where originals are redirected there, of the bucket.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int EARLY = 100;
    private static final String API = "/api/";

    private static final String SWAGGER_UI = "/q/swagger-ui";
    /** Quarkus's page of it starts by a script and styles within; it is part of the local build only. */
    private static final String SWAGGER_UI_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'unsafe-inline'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private final String policy;

    SecurityHeaders(UploadTarget target, HangtagConfig config) {
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' blob: data:" + bucketImages(target, config.api()),
                "font-src 'self'",
                "connect-src 'self' " + target.origin(),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    private static String bucketImages(UploadTarget target, HangtagConfig.Api settings) {
        return switch (settings.originals()) {
            case PROXY -> "";
            case REDIRECT -> " " + target.origin();
        };
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, EARLY);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        boolean swaggerUi = context.normalizedPath().startsWith(SWAGGER_UI);
        headers.set("Content-Security-Policy", swaggerUi ? SWAGGER_UI_POLICY : policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (context.normalizedPath().startsWith(API)) {
            // What the catalog says changes with every photo; a resource that may be kept says so itself.
            headers.set("Cache-Control", "no-store");
        }
        context.next();
    }
}
