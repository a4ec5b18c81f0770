package io.hangtag.bench.scale;

import java.util.EnumMap;
import java.util.Map;

/** The stores, each a line in which requests stand when more come than its limit lets through. Not safe from several threads. */
final class StoreQueue {
    private final Map<Limit, Double> freeAt = new EnumMap<>(Limit.class);
    private final Map<Limit, Double> waited = new EnumMap<>(Limit.class);
    private final int partitions;

    /** @param partitions over which the index partition's writes are spread */
    StoreQueue(int partitions) {
        this.partitions = partitions;
    }

    /**
     * Lets the requests of some photos through.
     *
     * @param second when they come
     * @return seconds until the last is through
     */
    double pass(double second, int photos) {
        double longest = 0;
        for (Limit limit : Limit.values()) {
            double begin = Math.max(second, freeAt.getOrDefault(limit, 0.0));
            freeAt.put(limit, begin + photos / rate(limit));
            waited.merge(limit, begin - second, Double::sum);
            longest = Math.max(longest, begin - second);
        }
        return longest;
    }

    /** Takes back what was not let through after all. */
    void giveBack(int photos) {
        for (Limit limit : Limit.values()) {
            freeAt.merge(limit, -photos / rate(limit), Double::sum);
        }
    }

    private double rate(Limit limit) {
        return limit.photosPerSecond() * (limit == Limit.INDEX_PARTITION ? partitions : 1);
    }

    /** Where batches waited longest, in all longer than so many seconds; {@code null} if nowhere. */
    Limit narrowest(double seconds) {
        return waited.entrySet().stream()
                .filter(entry -> entry.getValue() > seconds)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
