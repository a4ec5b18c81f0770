package io.hangtag.job;

import io.hangtag.model.Classifier;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryJobStore;
import io.hangtag.testing.InMemoryPhotoListing;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.MutableClock;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A shop's bucket and catalog on the fakes, with the real use case and the model that can be computed by hand. */
final class JobFixture {
    static final String BUCKET = "shop";

    final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    final InMemoryJobStore store = new InMemoryJobStore();
    final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T12:00:00Z"));
    final Interruptions interruptions = new Interruptions();
    final Jobs jobs = new Jobs(store, clock);

    private final Classifier classifier;

    JobFixture(Classifier classifier) {
        this.classifier = classifier;
    }

    PhotoId photoId(String key) {
        return new PhotoId(BUCKET, key);
    }

    PhotoId put(String key, Color color) {
        photos.put(photoId(key), TestPictures.png(color));
        return photoId(key);
    }

    PhotoId putBroken(String key) {
        photos.put(photoId(key), "no picture".getBytes(StandardCharsets.UTF_8));
        return photoId(key);
    }

    /** A photo whose event came, a minute ago. */
    PhotoId tagged(String key, Color color) {
        PhotoId photoId = put(key, color);
        handled(photoId, "1");
        return photoId;
    }

    void handled(PhotoId photoId, String sequencer) {
        tagger(photos, catalog)
                .handle(new PhotoEvent(PhotoEvent.Kind.CREATED, photoId, Sequencer.of(sequencer)))
                .await()
                .indefinitely();
        clock.advance(Duration.ofMinutes(1));
    }

    CatalogItem item(PhotoId photoId) {
        return catalog.item(photoId).orElseThrow();
    }

    PhotoTagger tagger(PhotoStore photoStore, CatalogStore catalogStore) {
        return new PhotoTagger(photoStore, catalogStore, TestClassifiers.photoClassifier(classifier), clock);
    }

    /** An engine of a process that the interruptions can kill. */
    JobEngine engine(int pageSize) {
        CatalogStore items = interruptions.on(CatalogStore.class, catalog);
        return new JobEngines(
                        interruptions.on(JobStore.class, store),
                        interruptions.on(PhotoListing.class, new InMemoryPhotoListing(photos)),
                        items,
                        new CatalogItemFilters(classifier.modelPackage().taxonomy()),
                        tagger(interruptions.on(PhotoStore.class, photos), items),
                        clock)
                .engine(2, pageSize);
    }

    JobLoop loop(int pageSize) {
        return new JobLoop(interruptions.on(JobStore.class, store), engine(pageSize), clock, clock);
    }

    Job created(JobRequest request) {
        clock.advance(Duration.ofSeconds(1));
        return jobs.create(request, null).await().indefinitely();
    }

    Job run(JobRequest request, int pageSize) throws InterruptedException {
        return loop(pageSize).run(created(request), step -> {});
    }

    Job stored(String jobId) {
        return store.find(jobId).await().indefinitely().orElseThrow();
    }

    Optional<Job> step(JobEngine engine, String jobId) {
        return Optional.of(engine.step(stored(jobId), "test").await().indefinitely());
    }
}
