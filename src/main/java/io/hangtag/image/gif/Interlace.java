package io.hangtag.image.gif;

/** The order in which the rows of an interlaced frame are stored (GIF89a, appendix E). */
final class Interlace {
    private static final int[] FIRST_ROW = {0, 4, 2, 1};
    private static final int[] STEP = {8, 8, 4, 2};

    private Interlace() {}

    /** For each stored row, which row of the frame it is. */
    static int[] rowOrder(int height) {
        int[] order = new int[height];
        int stored = 0;
        for (int pass = 0; pass < STEP.length; pass++) {
            for (int row = FIRST_ROW[pass]; row < height; row += STEP[pass]) {
                order[stored++] = row;
            }
        }
        return order;
    }
}
