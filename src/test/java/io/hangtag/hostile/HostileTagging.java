package io.hangtag.hostile;

import io.hangtag.error.ErrorCode;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Optional;

/** Uploads one file after the other and lets the use case tag it. */
final class HostileTagging {
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final PhotoTagger tagger;

    HostileTagging(PhotoClassifier classifier) {
        this.tagger = new PhotoTagger(photos, catalog, classifier, Clock.systemUTC());
    }

    Ending tag(HostileFile file) {
        PhotoId photoId = new PhotoId("shop", "uploads/" + file.name());
        photos.put(photoId, file.bytes());
        long start = processorTime();
        String actual = outcome(photoId);
        long milliseconds = (processorTime() - start) / 1_000_000;
        photos.delete(photoId);
        return new Ending(file.name(), file.refusal().map(ErrorCode::name).orElse(Ending.TAGGED), actual, milliseconds);
    }

    /** Of this thread, which does all of the work: what a busy machine does besides is not in it. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String outcome(PhotoId photoId) {
        try {
            tagger.handle(new PhotoEvent(PhotoEvent.Kind.CREATED, photoId, Sequencer.of("1")))
                    .await()
                    .indefinitely();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // The message would come again and again.
            return e.toString();
        }
        CatalogItem item = catalog.item(photoId).orElseThrow();
        Optional<ErrorCode> failure = Optional.ofNullable(item.failure()).map(CatalogItem.Failure::code);
        boolean tagged = !photos.tags(photoId).isEmpty();
        if (failure.isPresent() == tagged) {
            return "an item of " + failure + ", tags " + photos.tags(photoId);
        }
        return failure.map(ErrorCode::name).orElse(Ending.TAGGED);
    }
}
