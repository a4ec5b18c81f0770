package io.hangtag.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process written down in a file, so that one that outlived a hard kill of ours is found at the next start. Its
 * start time is written too: process ids come round again.
 */
final class RecordedProcess {
    private final Path file;

    RecordedProcess(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Waits for the recorded process to end, and ends it if it does not by itself. */
    void end(Duration grace) throws IOException {
        Optional<ProcessHandle> stale = find();
        if (stale.isPresent() && !ended(stale.get(), grace)) {
            stale.get().destroy();
            if (!ended(stale.get(), grace)) {
                stale.get().destroyForcibly();
                ended(stale.get(), grace);
            }
        }
        forget();
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] recorded = Files.readString(file).split(" ");
        if (recorded.length != 2 || !recorded[0].matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(recorded[0]))
                .filter(process -> startOf(process).toString().equals(recorded[1]));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Whether the process ends within that time. */
    static boolean ended(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
