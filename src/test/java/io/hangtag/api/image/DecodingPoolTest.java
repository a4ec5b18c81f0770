package io.hangtag.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.config.HangtagConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecodingPoolTest {
    private final DecodingPool pool = new DecodingPool(new SmallRyeConfigBuilder()
            .withMapping(HangtagConfig.class)
            .withDefaultValue("hangtag.api.decoders", "2")
            .build()
            .getConfigMapping(HangtagConfig.class));

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void neverHasMoreInHandThanItIsSetTo() {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<CompletableFuture<Integer>> photos = IntStream.range(0, 50)
                .mapToObj(i -> pool.run(() -> {
                            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
                            Thread.yield();
                            inHand.decrementAndGet();
                            return i;
                        })
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(photos).extracting(CompletableFuture::join).containsExactlyElementsOf(range(50));
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void refusesWhatWouldWaitTooLong() {
        // given two that do not end, and a line as long as it may be
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> waiting = IntStream.range(0, 2 + DecodingPool.LONGEST_LINE)
                .mapToObj(i -> pool.run(() -> await(end)).subscribeAsCompletionStage())
                .toList();

        assertThatThrownBy(() -> pool.run(() -> true).await().indefinitely())
                .isInstanceOfSatisfying(
                        RequestProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RequestProblem.BUSY))
                .hasMessageContaining("1,000 photos");

        end.countDown();
        assertThat(waiting).allSatisfy(photo -> assertThat(photo.join()).isTrue());
    }

    private static List<Integer> range(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
