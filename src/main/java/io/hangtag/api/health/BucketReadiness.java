package io.hangtag.api.health;

import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up while the photo bucket answers, if only that it has no such object. */
@Readiness
@ApplicationScoped
class BucketReadiness implements AsyncHealthCheck {
    private final PhotoStore photos;
    private final PhotoId probe;

    BucketReadiness(PhotoStore photos, HangtagConfig config) {
        this.photos = photos;
        this.probe = new PhotoId(config.photos().bucket(), config.photos().uploadPrefix() + ".readiness");
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return StoreResponse.of("bucket", probe.bucket(), photos.describe(probe));
    }
}
