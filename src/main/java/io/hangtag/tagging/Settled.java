package io.hangtag.tagging;

import io.smallrye.mutiny.Uni;

/**
 * How a call ended. Calls that are made at once are each awaited to their end, so that none goes on unseen after another has
 * failed, and each failure shows where that call's answer is needed, if it is.
 *
 * @param item what it answered; {@code null} if it failed
 * @param failure what it failed by; {@code null} if it answered
 */
public record Settled<T>(T item, Throwable failure) {
    /** The end of a call; never a failure itself. */
    public static <T> Uni<Settled<T>> of(Uni<T> call) {
        return call.map(item -> new Settled<>(item, null))
                .onFailure()
                .recoverWithItem(failure -> new Settled<>(null, failure));
    }

    /** The answer, or the failure. */
    public Uni<T> outcome() {
        return failure == null ? Uni.createFrom().item(item) : Uni.createFrom().failure(failure);
    }
}
