package io.hangtag.api.image;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.config.HangtagConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs whatever decodes a photo on a request's behalf, a few at a time: a photo at the limits takes hundreds of megabytes
 * while it is decoded, and a page of the catalog asks for fifty at once. The rest waits in line, up to a length at which
 * it is better to refuse.
 */
@ApplicationScoped
public class DecodingPool {
    /** More than any page of the catalog shows. */
    static final int LONGEST_LINE = 1_000;

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    DecodingPool(HangtagConfig config) {
        int size = config.api().decoders();
        threads = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST_LINE));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does the work when its turn comes; fails with {@code BUSY} where the line is too long. */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(refused -> new RequestProblemException(
                        RequestProblem.BUSY,
                        "%,d photos wait to be decoded already; try again in a few seconds".formatted(LONGEST_LINE)));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
