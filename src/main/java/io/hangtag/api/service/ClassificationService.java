package io.hangtag.api.service;

import io.hangtag.api.image.DecodingPool;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Supplier;

/** Classifies photos that are sent along, off the event loop, a few at a time. */
@ApplicationScoped
public class ClassificationService {
    private final PhotoClassifier classifier;
    private final DecodingPool pool;
    private final Event<Classification> answered;

    ClassificationService(PhotoClassifier classifier, DecodingPool pool, Event<Classification> answered) {
        this.classifier = classifier;
        this.pool = pool;
        this.answered = answered;
    }

    /**
     * The answer for one photo; fails as {@link PhotoClassifier#classify} does.
     *
     * @param photo gives the whole file when its turn comes, so that no more are held than are worked on
     */
    public Uni<Classification> classify(Supplier<byte[]> photo) {
        return pool.run(() -> classifier.classify(photo.get())).invoke(answered::fire);
    }
}
