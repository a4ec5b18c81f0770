package io.hangtag.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTimersTest {
    private static final int CALLS = 2_000;

    private final ScheduledThreadPoolExecutor timers = (ScheduledThreadPoolExecutor) CallTimers.start();

    private final Thread thread =
            CompletableFuture.supplyAsync(Thread::currentThread, timers).join();

    @AfterEach
    void stop() {
        timers.shutdownNow();
    }

    @Test
    void callsThatEndInTimeDoNotWakeTheThread() {
        // given
        long start = System.nanoTime();
        long before = waits();

        // when each sets a limit for itself and one for its attempt, as the SDK does
        for (int call = 0; call < CALLS; call++) {
            var ofTheCall = timers.schedule(CallTimersTest::tooLate, 20, TimeUnit.SECONDS);
            var ofTheAttempt = timers.schedule(CallTimersTest::tooLate, 10, TimeUnit.SECONDS);
            ofTheAttempt.cancel(false);
            ofTheCall.cancel(false);
        }

        // then it has waited for its beat alone
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(waits() - before).isLessThanOrEqualTo(2 * took.toSeconds() + 4);
    }

    @Test
    void callsThatEndedAreForgotten() {
        timers.schedule(CallTimersTest::tooLate, 20, TimeUnit.SECONDS).cancel(false);

        assertThat(timers.getQueue()).as("the beat alone").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aLimitShorterThanTheBeatHolds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);

        timers.schedule(ended::countDown, 20, TimeUnit.MILLISECONDS);

        assertThat(ended.await(900, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void doesNotKeepTheProcessAlive() {
        assertThat(thread.isDaemon()).isTrue();
    }

    private static void tooLate() {
        throw new AssertionError("No call of this test comes to its limit");
    }

    /** How often the thread has begun to wait. */
    private long waits() {
        return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
    }
}
