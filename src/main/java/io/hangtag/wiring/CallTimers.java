package io.hangtag.wiring;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that ends calls of the SDK whose time is over. Left to itself each client keeps five, and every call wakes them, for its
 * own limit and for that of each attempt, since either is then the first to come due. Here a beat that does nothing comes due
 * before any usual limit, so that calls come and go without a change of threads. Limits hold to the same point in time.
 */
final class CallTimers {
    private static final long BEAT_SECONDS = 1;

    private CallTimers() {}

    /** Starts it; to be shut down by whoever asked. */
    static ScheduledExecutorService start() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, CallTimers::thread);
        timers.setRemoveOnCancelPolicy(true);
        // Not at a fixed rate: after Lambda had frozen the process, all beats that were missed would follow at once.
        timers.scheduleWithFixedDelay(() -> {}, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        return timers;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "aws-call-timers");
        thread.setDaemon(true);
        return thread;
    }
}
