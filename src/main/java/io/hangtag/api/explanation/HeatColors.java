package io.hangtag.api.explanation;

/**
 * The colours of heat: from violet over magenta and orange to amber, ever lighter, so that order is seen on a white and on a
 * dark photo, in greyscale and by colour-blind people; opacity grows with the heat, and what is cold is transparent. The
 * middle part of the map "plasma" (N. Smith and S. van der Walt, matplotlib 2.0), linear between its stops.
 */
final class HeatColors {
    /** Below this share of the peak nothing is shown: a haze over the whole photo says nothing. */
    private static final double COLD = 0.15;

    private static final double MOST_OPAQUE = 0.85;
    private static final int[] STOPS = {0x4c02a1, 0x7e03a8, 0xa92395, 0xcc4778, 0xe56b5d, 0xf89540, 0xfdc527};

    /**
     * Writes the pixel of a heat.
     *
     * @param heat 0..1, share of the peak
     * @param at index of its first sample
     */
    void put(double heat, byte[] rgba, int at) {
        double warmth = Math.max(0, (heat - COLD) / (1 - COLD));
        double place = warmth * (STOPS.length - 1);
        int stop = Math.min((int) place, STOPS.length - 2);
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            int from = STOPS[stop] >> shift & 0xff;
            int to = STOPS[stop + 1] >> shift & 0xff;
            rgba[at + channel] = (byte) Math.round(from + (to - from) * (place - stop));
        }
        // Steep at first: on white it is the darker flanks that are seen.
        double opacity = MOST_OPAQUE * (1 - Math.pow(1 - warmth, 3));
        rgba[at + 3] = (byte) Math.round(255 * opacity);
    }
}
