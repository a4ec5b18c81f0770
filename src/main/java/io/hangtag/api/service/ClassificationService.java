package io.hangtag.api.service;

import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** Classifies photos that are sent along, off the event loop. */
@ApplicationScoped
public class ClassificationService {
    private final PhotoClassifier classifier;

    ClassificationService(PhotoClassifier classifier) {
        this.classifier = classifier;
    }

    /** The answer for one photo; fails as {@link PhotoClassifier#classify} does. */
    public Uni<Classification> classify(byte[] photo) {
        return Uni.createFrom()
                .item(() -> classifier.classify(photo))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
