package io.hangtag.cli;

import io.hangtag.local.LocalAws;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ties the endpoints to the app: they stop after it, and it stops when they do. */
final class EndpointShutdown {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LocalAws aws;
    private final AtomicBoolean stopping = new AtomicBoolean();

    EndpointShutdown(LocalAws aws) {
        this.aws = aws;
    }

    void register() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-endpoints"));
        aws.ended().thenRun(this::ended);
    }

    /** Closes the endpoints, when the app is done with them. */
    void stop() {
        stopping.set(true);
        if (!aws.isClosed()) {
            awaitApp();
            aws.close();
        }
    }

    private static void awaitApp() {
        Application app = Application.currentApplication();
        if (app == null) {
            return;
        }
        // One that was interrupted at its start may never say that it stopped.
        Thread waiting = new Thread(app::awaitShutdown, "await-app");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended() {
        if (!stopping.get()) {
            System.err.println("hangtag: the local S3 and SQS ended; start again, nothing is lost");
            Quarkus.asyncExit(1);
        }
    }
}
