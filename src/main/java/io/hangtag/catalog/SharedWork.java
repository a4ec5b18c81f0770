package io.hangtag.catalog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that is done once for all who ask while it waits: one run at a time, and who asks gets a run that begins after they
 * did, so that its result takes in all they know of. Under any load there are at most two runs to wait for.
 */
final class SharedWork<T> {
    private final Supplier<T> work;
    private final Executor executor;
    private CompletableFuture<T> last = CompletableFuture.completedFuture(null);
    private CompletableFuture<T> waiting;

    /**
     * Makes it.
     *
     * @param executor runs the work, on other threads than the caller's
     */
    SharedWork(Supplier<T> work, Executor executor) {
        this.work = work;
        this.executor = executor;
    }

    /** The result of a run that has not begun yet; fails as that run does, which the next one is not affected by. */
    synchronized CompletableFuture<T> next() {
        if (waiting == null) {
            waiting = last.handle((result, failure) -> null).thenApplyAsync(before -> run(), executor);
            last = waiting;
        }
        return waiting;
    }

    private T run() {
        begin();
        return work.get();
    }

    private synchronized void begin() {
        waiting = null;
    }
}
