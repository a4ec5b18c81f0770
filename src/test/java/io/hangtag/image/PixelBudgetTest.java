package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PixelBudgetTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void neverMorePixelsAreDecodedAtOnceThanTheBudgetHas() throws Exception {
        // given
        PixelBudget budget = new PixelBudget(10_000);
        AtomicLong now = new AtomicLong();
        AtomicLong most = new AtomicLong();

        // when 400 photos of 1,000 to 7,000 pixels come by eight threads
        List<Future<Long>> decoded = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long pixels = 1_000 * (1 + i % 7);
            decoded.add(threads.submit(() -> budget.spend(pixels, () -> {
                most.accumulateAndGet(now.addAndGet(pixels), Math::max);
                Thread.yield();
                now.addAndGet(-pixels);
                return pixels;
            })));
        }
        for (Future<Long> photo : decoded) {
            photo.get();
        }

        // then
        assertThat(most.get()).isBetween(7_000L, 10_000L);
        assertThat(now.get()).isZero();
    }

    @Test
    void smallPhotosAreDecodedSideBySide() throws Exception {
        PixelBudget budget = new PixelBudget(2_000);
        CountDownLatch both = new CountDownLatch(2);

        // each ends only when the other has begun
        Future<Boolean> one = threads.submit(() -> budget.spend(1_000, () -> meet(both)));
        Future<Boolean> other = threads.submit(() -> budget.spend(1_000, () -> meet(both)));

        assertThat(one.get()).isTrue();
        assertThat(other.get()).isTrue();
    }

    @Test
    void aPhotoOfMoreThanTheBudgetIsDecodedAlone() throws Exception {
        // given a small one under way
        PixelBudget budget = new PixelBudget(2_000);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicLong now = new AtomicLong();
        Future<Long> small = threads.submit(() -> budget.spend(1, () -> {
            now.incrementAndGet();
            begun.countDown();
            meet(end);
            return now.getAndDecrement();
        }));
        begun.await();

        // when a large one comes, and the small one ends
        Future<Long> large = threads.submit(() -> budget.spend(50_000_000, now::incrementAndGet));
        end.countDown();

        // then the large one never saw the small one
        assertThat(small.get()).isEqualTo(1);
        assertThat(large.get()).isEqualTo(1);
    }

    @Test
    void whatAPhotoThatFailsTookIsThereAgain() {
        PixelBudget budget = new PixelBudget(1_000);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> budget.spend(1_000, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }

        assertThat(budget.spend(1_000, () -> "decoded")).isEqualTo("decoded");
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> new PixelBudget(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean meet(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
