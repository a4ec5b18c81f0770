package io.hangtag.local;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Named after what they do, and no reason for the JVM to stay. */
final class PumpThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "event-pump-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
