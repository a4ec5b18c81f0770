package io.hangtag.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * S3 and SQS from a ministack child process that keeps objects, tags and queues in the data folder. It stops by itself when
 * this JVM ends in whatever way, and saves its queues then.
 */
final class Ministack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(6);

    private final Process process;
    private final RecordedProcess recorded;
    private final URI endpoint;
    private final Path log;

    private Ministack(Process process, RecordedProcess recorded, URI endpoint, Path log) {
        this.process = process;
        this.recorded = recorded;
        this.endpoint = endpoint;
        this.log = log;
    }

    /**
     * Launches it without waiting until it answers.
     *
     * @param python the interpreter of an environment that has ministack
     */
    static Ministack launch(Path python, DataFolder data) {
        if (!Files.isExecutable(python)) {
            throw new LocalException("no Python environment with ministack at " + python
                    + ": run ./hangtag test or ./hangtag up once, which makes it");
        }
        RecordedProcess recorded = new RecordedProcess(data.file("ministack.pid"));
        MinistackProcess launcher = new MinistackProcess(python, data);
        try {
            recorded.end(STOP_LIMIT);
            int port = Loopback.freePort();
            Process process = launcher.start(port);
            recorded.write(process.toHandle());
            return new Ministack(process, recorded, Loopback.http(port), launcher.log());
        } catch (IOException e) {
            throw new LocalException("cannot start ministack: " + e.getMessage(), e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** Done when the process has ended. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits until it answers. */
    void awaitReady() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new LocalException(
                        "ministack ended at its start with status " + process.exitValue() + ": see " + log);
            }
            if (Instant.now().isAfter(limit)) {
                close();
                throw new LocalException(
                        "ministack did not answer within " + START_LIMIT.toSeconds() + " s: see " + log);
            }
            RecordedProcess.ended(process.toHandle(), Duration.ofMillis(50));
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    endpoint.resolve("/_ministack/ready").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it: by the end of its input, on which it saves its state, then by SIGTERM, then by SIGKILL. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!RecordedProcess.ended(process.toHandle(), STOP_LIMIT)) {
                recorded.end(STOP_LIMIT);
            }
            recorded.forget();
        } catch (IOException e) {
            throw new LocalException("cannot stop ministack, process " + process.pid() + ": " + e.getMessage(), e);
        }
    }
}
