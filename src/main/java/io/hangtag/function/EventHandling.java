package io.hangtag.function;

import io.hangtag.tagging.Outcome;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoTagger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jboss.logging.Logger;

/** Hands the photo events of one message to the use case, one after the other, in the order they came in. */
final class EventHandling {
    private static final Logger LOG = Logger.getLogger(EventHandling.class);

    private final PhotoTagger tagger;

    EventHandling(PhotoTagger tagger) {
        this.tagger = tagger;
    }

    /** Done when all are; fails with the first that has to come again. */
    Uni<Void> handle(List<PhotoEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::handle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Outcome> handle(PhotoEvent event) {
        return tagger.handle(event).invoke(outcome -> LOG.infof("%s %s: %s", event.kind(), event.photoId(), outcome));
    }
}
