package io.hangtag.local;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Closes what was registered, last first, when the app begins to stop and its beans still work. */
@Singleton
class ClosedAtShutdown {
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();

    void register(Runnable close) {
        closing.push(close);
    }

    void close(@Observes ShutdownEvent event) {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
