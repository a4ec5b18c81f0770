package io.hangtag.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** The local endpoints with all resources created. Closing it stops everything that was started. */
public final class LocalAws implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Instant startedAt = Instant.now();
    private final LocalEndpoints endpoints;
    private final LocalClients clients;
    private final PhotoEventQueue queue;
    private final CompletableFuture<Process> ended;

    private LocalAws(Path python, Path folder, LocalNames names, QueueSettings settings) {
        try {
            DataFolder data = register(DataFolder.hold(folder));
            Ministack ministack = register(Ministack.launch(python, data));
            DynamoDbLocal dynamodb = register(DynamoDbLocal.start(data.folder("dynamodb")));
            ministack.awaitReady();
            ended = ministack.onExit();
            endpoints = new LocalEndpoints(ministack.endpoint(), ministack.endpoint(), dynamodb.endpoint());
            clients = register(LocalClients.of(endpoints));
            queue = new LocalResources(clients, names).ensure(settings);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts the endpoints and creates what is missing.
     *
     * @param python the interpreter of an environment that has ministack
     * @param folder where photos and catalog survive; one process at a time holds it
     */
    public static LocalAws start(Path python, Path folder, LocalNames names, QueueSettings settings) {
        return new LocalAws(python, folder, names, settings);
    }

    public LocalEndpoints endpoints() {
        return endpoints;
    }

    /** Closed together with the endpoints. */
    public LocalClients clients() {
        return clients;
    }

    public PhotoEventQueue queue() {
        return queue;
    }

    /** Before any event of this run, and after all events of earlier runs. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Done when the S3 and SQS process has ended, for whatever reason. */
    public CompletableFuture<Process> ended() {
        return ended;
    }

    private <T extends AutoCloseable> T register(T resource) {
        started.push(resource);
        return resource;
    }

    /** Whether everything was stopped. */
    public synchronized boolean isClosed() {
        return started.isEmpty();
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            closeQuietly(started.pop());
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // The others have to be closed too.
            System.err.println("hangtag: " + e.getMessage());
        }
    }
}
