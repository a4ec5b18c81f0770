package io.hangtag.local;

import io.hangtag.config.HangtagConfig;
import java.net.URI;

/** The one line that says that everything is up, and where; scripts wait for it. */
final class ReadyLine {
    private final URI page;
    private final HangtagConfig config;
    private final LocalEndpoints endpoints;
    private final PhotoEventQueue queue;

    ReadyLine(URI page, HangtagConfig config, LocalEndpoints endpoints, PhotoEventQueue queue) {
        this.page = page;
        this.config = config;
        this.endpoints = endpoints;
        this.queue = queue;
    }

    @Override
    public String toString() {
        return "ready page=%s/ s3=%s bucket=%s queue=%s dynamodb=%s table=%s"
                .formatted(
                        page,
                        endpoints.s3(),
                        config.photos().bucket(),
                        queue.url(),
                        endpoints.dynamodb(),
                        config.catalog().table());
    }
}
