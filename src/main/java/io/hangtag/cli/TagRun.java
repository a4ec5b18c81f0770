package io.hangtag.cli;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Tags files by as many workers as there are processors and hands the lines out in the order of the files. A bounded number
 * is under way, so that neither a long list nor a slow reader fills the memory.
 */
final class TagRun implements AutoCloseable {
    private static final int AHEAD_PER_WORKER = 8;

    private final FileTagger tagger;
    private final ExecutorService workers;
    private final BlockingQueue<CompletableFuture<TagLine>> underWay;
    private final CompletableFuture<TagLine> end = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;

    TagRun(FileTagger tagger) {
        this.tagger = tagger;
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(processors);
        this.underWay = new ArrayBlockingQueue<>(processors * AHEAD_PER_WORKER);
    }

    /**
     * Tags all files.
     *
     * @param reader takes each line, and answers whether it wants another
     * @return 0 if all were read, 1 if some were not
     */
    int over(FilePaths paths, Predicate<TagLine> reader) {
        Thread submitting = new Thread(() -> submit(paths), "submit");
        submitting.setDaemon(true);
        submitting.start();
        int status = 0;
        for (TagLine line = next(); line != null; line = next()) {
            if (line.isFailed()) {
                status = 1;
            }
            if (!reader.test(line)) {
                stopped = true;
                return status;
            }
        }
        return status;
    }

    private void submit(FilePaths paths) {
        try {
            paths.stream().takeWhile(path -> !stopped).forEach(this::submit);
            put(end);
        } catch (RuntimeException e) {
            put(CompletableFuture.failedFuture(e));
        }
    }

    private void submit(Path file) {
        put(CompletableFuture.supplyAsync(() -> tagger.tag(file), workers));
    }

    private void put(CompletableFuture<TagLine> line) {
        try {
            underWay.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private TagLine next() {
        try {
            return underWay.take().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
