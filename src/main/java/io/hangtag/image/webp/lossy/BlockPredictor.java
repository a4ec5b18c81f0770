package io.hangtag.image.webp.lossy;

import java.util.Arrays;

/** Predicts whole blocks of luma (16 x 16) or chroma (8 x 8) from the samples around them (RFC 6386, section 12.2). */
final class BlockPredictor {
    private BlockPredictor() {}

    /**
     * Predicts one block in place.
     *
     * @param at the sample at its upper left corner
     * @param side its width and height
     * @param hasAbove whether a macroblock is above, so that the mean may count it
     * @param hasLeft whether one is to the left
     */
    static void predict(BlockMode mode, Plane plane, int at, int side, boolean hasAbove, boolean hasLeft) {
        switch (mode) {
            case MEAN -> fill(plane, at, side, mean(plane, at, side, hasAbove, hasLeft));
            case VERTICAL -> vertical(plane, at, side);
            case HORIZONTAL -> horizontal(plane, at, side);
            case TRUE_MOTION -> trueMotion(plane, at, side);
            case BY_SUBBLOCKS -> throw new IllegalArgumentException("Subblocks are predicted one by one");
        }
    }

    private static byte mean(Plane plane, int at, int side, boolean hasAbove, boolean hasLeft) {
        byte[] samples = plane.samples();
        int sum = 0;
        int count = 0;
        if (hasAbove) {
            for (int i = 0; i < side; i++) {
                sum += samples[at - plane.stride() + i] & 0xFF;
            }
            count += side;
        }
        if (hasLeft) {
            for (int i = 0; i < side; i++) {
                sum += samples[at + plane.stride() * i - 1] & 0xFF;
            }
            count += side;
        }
        return (byte) (count == 0 ? 128 : (sum + count / 2) / count);
    }

    /** Sets every sample of a block. */
    static void fill(Plane plane, int at, int side, byte level) {
        for (int row = 0; row < side; row++) {
            int from = at + plane.stride() * row;
            Arrays.fill(plane.samples(), from, from + side, level);
        }
    }

    private static void vertical(Plane plane, int at, int side) {
        for (int row = 0; row < side; row++) {
            System.arraycopy(plane.samples(), at - plane.stride(), plane.samples(), at + plane.stride() * row, side);
        }
    }

    private static void horizontal(Plane plane, int at, int side) {
        for (int row = 0; row < side; row++) {
            int from = at + plane.stride() * row;
            Arrays.fill(plane.samples(), from, from + side, plane.samples()[from - 1]);
        }
    }

    /** Also serves subblocks, whose mode of that name is the same on a smaller square. */
    static void trueMotion(Plane plane, int at, int side) {
        byte[] samples = plane.samples();
        int above = at - plane.stride();
        int corner = samples[above - 1] & 0xFF;
        for (int row = 0; row < side; row++) {
            int from = at + plane.stride() * row;
            int difference = (samples[from - 1] & 0xFF) - corner;
            for (int column = 0; column < side; column++) {
                samples[from + column] = (byte) Plane.clamp((samples[above + column] & 0xFF) + difference);
            }
        }
    }
}
