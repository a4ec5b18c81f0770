package io.hangtag.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.config.HangtagConfig;
import io.hangtag.function.TaggerFunction;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The app of {@code hangtag up}, on endpoints that run already. */
@Singleton
@Unremovable
public class UpApplication implements QuarkusApplication {
    /** How long no photo may be answered before the rest is not waited for: more than a message's second try. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final HangtagConfig config;
    private final LocalConfig local;
    private final CatalogStore catalog;
    private final CatalogReader reader;
    private final PhotoClassifier classifier;
    private final TaggerFunction function;
    private final ObjectMapper json;
    private final ClosedAtShutdown shutdown;

    UpApplication(
            HangtagConfig config,
            LocalConfig local,
            CatalogStore catalog,
            CatalogReader reader,
            PhotoClassifier classifier,
            TaggerFunction function,
            ObjectMapper json,
            ClosedAtShutdown shutdown) {
        this.config = config;
        this.local = local;
        this.catalog = catalog;
        this.reader = reader;
        this.classifier = classifier;
        this.function = function;
        this.json = json;
        this.shutdown = shutdown;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        LocalEndpoints endpoints = LocalEndpoints.of(config.aws());
        LocalClients clients = LocalClients.of(endpoints);
        shutdown.register(clients::close);
        PhotoEventQueue queue = PhotoEventQueue.find(clients.sqs());
        Outstanding outstanding = new Outstanding();
        startPump(clients, queue, outstanding);
        outstanding.add(requeueMissing(clients, queue));
        outstanding.add(upload(clients));
        int unanswered = outstanding.await(PATIENCE);
        if (unanswered > 0) {
            System.err.printf("hangtag: %d photos have no answer yet; the queue goes on trying%n", unanswered);
        }
        System.out.println(new ReadyLine(local.page().orElseThrow(), config, endpoints, queue));
        Quarkus.waitForExit();
        return 0;
    }

    private void startPump(LocalClients clients, PhotoEventQueue queue, Outstanding outstanding) {
        TagLine line = new TagLine(config.photos().uploadPrefix());
        TagReport report = new TagReport(catalog, new PhotoNotification(json), line, System.out, outstanding);
        EventPump pump = new EventPump(clients.sqs(), queue, function, json, report::done);
        shutdown.register(pump::close);
        pump.start();
    }

    private List<PhotoId> requeueMissing(LocalClients clients, PhotoEventQueue queue) {
        HangtagConfig.Photos photos = config.photos();
        List<PhotoId> missing =
                new MissingPhotos(clients.s3(), reader, classifier.model()).in(photos.bucket(), photos.uploadPrefix());
        new Requeue(
                        clients.sqs(),
                        queue.url(),
                        new PhotoNotification(json),
                        local.startedAt().orElseThrow())
                .put(missing);
        return missing;
    }

    private List<PhotoId> upload(LocalClients clients) {
        PhotoUploads uploads = new PhotoUploads(
                clients.s3(), config.photos().bucket(), config.photos().uploadPrefix());
        return local.photos().map(uploads::of).orElseGet(List::of);
    }
}
