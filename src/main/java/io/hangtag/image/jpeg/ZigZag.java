package io.hangtag.image.jpeg;

/** The order in which a block's 64 coefficients are coded (T.81 figure A.6). */
public final class ZigZag {
    /** Coefficients in a block. */
    public static final int LENGTH = 64;

    /**
     * Coefficients before this place lie in the first five rows and columns. Most blocks of most photos have no others, and
     * the transforms have a shorter way for those.
     */
    static final int LOW = 15;

    private ZigZag() {}

    /** For each place in the coded order, the place row by row: {@code 8 * row + column}. */
    public static int[] naturalOrder() {
        int[] order = new int[LENGTH];
        int next = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            int first = Math.max(0, diagonal - 7);
            int last = Math.min(diagonal, 7);
            for (int i = first; i <= last; i++) {
                // Odd diagonals run downwards, even ones upwards.
                int row = diagonal % 2 == 1 ? i : diagonal - i;
                order[next++] = 8 * row + diagonal - row;
            }
        }
        return order;
    }
}
