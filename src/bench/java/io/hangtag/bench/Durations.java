package io.hangtag.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long one thing took, over and over. Not safe from several threads. */
public final class Durations {
    private final List<Double> milliseconds = new ArrayList<>();

    /** Adds one in milliseconds. */
    public void add(double elapsed) {
        milliseconds.add(elapsed);
    }

    /** Adds the time since then, a {@link System#nanoTime()}. */
    public void addSince(long startNanos) {
        add((System.nanoTime() - startNanos) / 1e6);
    }

    /** How many there are. */
    public int count() {
        return milliseconds.size();
    }

    /** In milliseconds. */
    public double median() {
        return quantile(0.5);
    }

    /** In milliseconds. */
    public double p95() {
        return quantile(0.95);
    }

    /** Milliseconds that this share did not exceed (nearest rank); not a number if there are none. */
    public double quantile(double share) {
        if (milliseconds.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * milliseconds.size());
        return milliseconds.stream().sorted().toList().get(Math.max(0, rank - 1));
    }

    /** How many times the other's median this one's is. */
    public double ratioTo(Durations other) {
        return median() / other.median();
    }

    /** Milliseconds, or a ratio, with three digits or, from 100 on, whole. */
    public static String figure(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
