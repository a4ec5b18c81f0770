package io.hangtag.aws;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Calls of a client that blocks, each on a thread of the executor. Failures are what the client throws. Safe from several threads.
 *
 * @param executor whose threads may block
 */
record BlockingCalls(Executor executor) {
    /** A call that is made anew for each subscription. */
    <T> Uni<T> make(Supplier<T> call) {
        return Uni.createFrom().item(call).runSubscriptionOn(executor);
    }
}
