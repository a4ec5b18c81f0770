package io.hangtag.lambda;

import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.Outcome;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Resource;
import org.jboss.logging.Logger;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Tags drawn photos before SnapStart takes its snapshot, so that what the compilers have made by then is in it ("Runtime hooks
 * for Lambda SnapStart", AWS Lambda Developer Guide). One photo would leave a restored function to start over with nearly
 * all: the virtual machine compiles what has run some hundred times, and well what has run some thousand times. Without
 * SnapStart nothing calls it.
 */
public final class SnapshotPriming implements Resource {
    private static final Logger LOG = Logger.getLogger(SnapshotPriming.class);

    private final Function<SdkHttpClient, PrimedTagger> taggers;
    private final CatalogStore catalog;
    private final PhotoId photoId;
    private final int photos;
    private final Duration limit;

    /**
     * A priming.
     *
     * @param taggers make a tagger whose calls are carried by what they are given
     * @param catalog the real one, asked for an item with each photo: connections and TLS are compiled as well
     * @param photoId of all photos; is looked for in that catalog, and never written
     * @param photos how many, 0 for none
     * @param limit after which no further photo is begun
     */
    public SnapshotPriming(
            Function<SdkHttpClient, PrimedTagger> taggers,
            CatalogStore catalog,
            PhotoId photoId,
            int photos,
            Duration limit) {
        this.taggers = taggers;
        this.catalog = catalog;
        this.photoId = photoId;
        this.photos = photos;
        this.limit = limit;
    }

    /** A snapshot that is not warm is better than none: a failure is logged. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        long start = System.nanoTime();
        try {
            int tagged = prime();
            LOG.infof("Primed by %d photos in %d ms", tagged, (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "The snapshot is not warm: first photos will take longer");
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The SDK's clients fetch credentials and connect anew by themselves.
    }

    /** How many photos were tagged. */
    int prime() {
        // The stack's metrics count lines of these two.
        return new Silence(PhotoTagger.class, PhotoClassifier.class).during(this::tagDrawnPhotos);
    }

    private int tagDrawnPhotos() {
        long start = System.nanoTime();
        PhotoEvent event = new PhotoEvent(PhotoEvent.Kind.CREATED, photoId, Sequencer.of("1"));
        int tagged = 0;
        try (StandInStores stores = new StandInStores(PrimingPhotos.draw());
                PrimedTagger primed = taggers.apply(stores)) {
            while (tagged < photos && System.nanoTime() - start < limit.toNanos()) {
                Outcome outcome = primed.tagger().handle(event).await().indefinitely();
                if (outcome != Outcome.COMMITTED) {
                    throw new IllegalStateException("A drawn photo ended as " + outcome);
                }
                find();
                tagged++;
            }
        }
        return tagged;
    }

    /** Whether it succeeds is for the checks of the start to say. */
    private void find() {
        catalog.find(photoId)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .await()
                .indefinitely();
    }
}
