package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedWorkTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void givesAllWhoAskWhileItRunsOneRunThatBeginsAfterwards() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SharedWork<Integer> work = new SharedWork<>(
                () -> {
                    int run = runs.incrementAndGet();
                    began.countDown();
                    awaitQuietly(goOn);
                    return run;
                },
                executor);

        CompletableFuture<Integer> first = work.next();
        began.await();
        List<CompletableFuture<Integer>> later =
                Stream.generate(work::next).limit(50).toList();
        goOn.countDown();

        assertThat(first).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1);
        assertThat(later)
                .allSatisfy(each ->
                        assertThat(each).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(2));
        assertThat(runs).hasValue(2);
    }

    @Test
    void runsAnewForWhoAsksAfterwards() {
        SharedWork<Integer> work = new SharedWork<>(runs::incrementAndGet, executor);

        assertThat(work.next().join()).isEqualTo(1);
        assertThat(work.next().join()).isEqualTo(2);
    }

    @Test
    void isNotStoppedByAFailure() {
        SharedWork<Integer> work = new SharedWork<>(
                () -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first");
                    }
                    return runs.get();
                },
                executor);

        assertThatThrownBy(() -> work.next().join()).hasRootCauseMessage("the first");
        assertThat(work.next().join()).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
