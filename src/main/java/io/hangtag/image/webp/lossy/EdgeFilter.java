package io.hangtag.image.webp.lossy;

/**
 * Smooths one edge between blocks (RFC 6386, sections 15.2 and 15.3). An edge is given by the sample after it at its
 * beginning, the step {@code across} it and the step {@code along} it, so that one code serves both directions.
 */
final class EdgeFilter {
    private EdgeFilter() {}

    /** The simple filter (15.2). */
    static void simple(byte[] samples, int at, int across, int along, int length, int limit) {
        for (int i = 0; i < length; i++) {
            int after = at + along * i;
            if (differsLittle(samples, after, across, limit)) {
                adjust(samples, after, across, true);
            }
        }
    }

    /** The normal filter between subblocks (15.3). */
    static void subblock(
            byte[] samples, int at, int across, int along, int length, int limit, FilterStrengths strengths) {
        for (int i = 0; i < length; i++) {
            int after = at + along * i;
            if (!differsLittle(samples, after, across, limit)
                    || !isSmooth(samples, after, across, strengths.interior())) {
                continue;
            }
            boolean detailed = isDetailed(samples, after, across, strengths.highVariance());
            int change = adjust(samples, after, across, detailed) + 1 >> 1;
            if (!detailed) {
                add(samples, after + across, -change);
                add(samples, after - 2 * across, change);
            }
        }
    }

    /** The normal filter between macroblocks (15.3). */
    static void macroblock(
            byte[] samples, int at, int across, int along, int length, int limit, FilterStrengths strengths) {
        for (int i = 0; i < length; i++) {
            int after = at + along * i;
            if (!differsLittle(samples, after, across, limit)
                    || !isSmooth(samples, after, across, strengths.interior())) {
                continue;
            }
            if (isDetailed(samples, after, across, strengths.highVariance())) {
                adjust(samples, after, across, true);
            } else {
                spread(samples, after, across);
            }
        }
    }

    /** Changes three samples on either side, the less the farther from the edge. */
    private static void spread(byte[] samples, int after, int across) {
        int difference = edgeDifference(samples, after, across, true);
        int change = clamp(27 * difference + 63 >> 7);
        add(samples, after, -change);
        add(samples, after - across, change);
        change = clamp(18 * difference + 63 >> 7);
        add(samples, after + across, -change);
        add(samples, after - 2 * across, change);
        change = clamp(9 * difference + 63 >> 7);
        add(samples, after + 2 * across, -change);
        add(samples, after - 3 * across, change);
    }

    /** What the RFC calls common_adjust. */
    private static int adjust(byte[] samples, int after, int across, boolean outerTaps) {
        int difference = edgeDifference(samples, after, across, outerTaps);
        int before = clamp(difference + 3) >> 3;
        int change = clamp(difference + 4) >> 3;
        add(samples, after, -change);
        add(samples, after - across, before);
        return change;
    }

    private static int edgeDifference(byte[] samples, int after, int across, boolean outerTaps) {
        int outer = outerTaps ? clamp(signed(samples[after - 2 * across]) - signed(samples[after + across])) : 0;
        return clamp(outer + 3 * (signed(samples[after]) - signed(samples[after - across])));
    }

    private static boolean differsLittle(byte[] samples, int after, int across, int limit) {
        int near = distance(samples, after - across, after);
        int far = distance(samples, after - 2 * across, after + across);
        return 2 * near + far / 2 <= limit;
    }

    private static boolean isSmooth(byte[] samples, int after, int across, int limit) {
        return distance(samples, after - 4 * across, after - 3 * across) <= limit
                && distance(samples, after - 3 * across, after - 2 * across) <= limit
                && distance(samples, after - 2 * across, after - across) <= limit
                && distance(samples, after + 3 * across, after + 2 * across) <= limit
                && distance(samples, after + 2 * across, after + across) <= limit
                && distance(samples, after + across, after) <= limit;
    }

    private static boolean isDetailed(byte[] samples, int after, int across, int threshold) {
        return distance(samples, after - 2 * across, after - across) > threshold
                || distance(samples, after + across, after) > threshold;
    }

    private static int distance(byte[] samples, int one, int other) {
        return Math.abs((samples[one] & 0xFF) - (samples[other] & 0xFF));
    }

    private static void add(byte[] samples, int at, int change) {
        samples[at] = (byte) (clamp(signed(samples[at]) + change) + 128);
    }

    private static int signed(byte sample) {
        return (sample & 0xFF) - 128;
    }

    private static int clamp(int value) {
        return value < -128 ? -128 : Math.min(value, 127);
    }
}
