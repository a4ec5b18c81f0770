package io.hangtag.local;

import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoId;
import java.io.PrintStream;
import java.util.List;

/** Prints the item of each photo whose event is done, as it was committed. */
final class TagReport {
    private final CatalogStore catalog;
    private final PhotoNotification notification;
    private final TagLine line;
    private final PrintStream out;
    private final Outstanding outstanding;

    TagReport(
            CatalogStore catalog,
            PhotoNotification notification,
            TagLine line,
            PrintStream out,
            Outstanding outstanding) {
        this.catalog = catalog;
        this.notification = notification;
        this.line = line;
        this.out = out;
        this.outstanding = outstanding;
    }

    /** To be told the bodies of messages that are done. */
    void done(List<String> bodies) {
        bodies.stream().flatMap(body -> notification.photosIn(body).stream()).forEach(this::print);
    }

    private void print(PhotoId photo) {
        catalog.find(photo).await().indefinitely().ifPresent(item -> out.println(line.of(item)));
        outstanding.answered(photo);
    }
}
