package io.hangtag.api.health;

import io.hangtag.tagging.PhotoClassifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once a model package has been read and found good; says which. */
@Readiness
@ApplicationScoped
class ModelReadiness implements HealthCheck {
    private final PhotoClassifier classifier;

    ModelReadiness(PhotoClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model")
                .withData("model", classifier.model().toString())
                .up()
                .build();
    }
}
