package io.hangtag.load;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times of calls, as clients saw them. Safe from several threads. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long elapsedNanos) {
        nanos.add(elapsedNanos);
    }

    int count() {
        return nanos.size();
    }

    /** Milliseconds that this share of the calls did not exceed (nearest rank). */
    double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = (int) Math.ceil(share * sorted.length);
        return Math.round(Arrays.stream(sorted)
                                .skip(Math.max(0, rank - 1))
                                .findFirst()
                                .orElse(0)
                        / 1e5)
                / 10.0;
    }
}
