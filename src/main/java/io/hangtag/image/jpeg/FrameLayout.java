package io.hangtag.image.jpeg;

import java.util.List;

/**
 * The geometry of a frame decoded at a reduced size.
 *
 * @param width pixels a row of the result
 * @param height rows of the result
 * @param mcusWide MCUs a row in scans of several components
 * @param mcusHigh rows of MCUs in scans of several components
 * @param unit pixels that 8 pixels become: 8, 4, 2 or 1
 * @param components the components in the order of the frame
 */
record FrameLayout(int width, int height, int mcusWide, int mcusHigh, int unit, List<ComponentLayout> components) {
    private static final int BLOCK_SIDE = 8;

    /** @param reduction 1, 2, 4 or 8 */
    static FrameLayout of(FrameHeader frame, int reduction) {
        int unit = BLOCK_SIDE / reduction;
        int horizontal = frame.largestHorizontalSampling();
        int vertical = frame.largestVerticalSampling();
        int mcusWide = divideUp(frame.width(), BLOCK_SIDE * horizontal);
        int mcusHigh = divideUp(frame.height(), BLOCK_SIDE * vertical);
        List<ComponentLayout> components = frame.components().stream()
                .map(component -> {
                    int h = component.horizontalSampling();
                    int v = component.verticalSampling();
                    int side = blockSide(unit, horizontal / h, vertical / v);
                    return new ComponentLayout(
                            component,
                            divideUp((long) frame.width() * h, BLOCK_SIDE * horizontal),
                            divideUp((long) frame.height() * v, BLOCK_SIDE * vertical),
                            mcusWide * h,
                            mcusHigh * v,
                            side,
                            divideUp((long) frame.width() * h * side, BLOCK_SIDE * horizontal),
                            divideUp((long) frame.height() * v * side, BLOCK_SIDE * vertical),
                            horizontal * unit / (h * side),
                            vertical * unit / (v * side));
                })
                .toList();
        return new FrameLayout(
                divideUp(frame.width(), reduction),
                divideUp(frame.height(), reduction),
                mcusWide,
                mcusHigh,
                unit,
                components);
    }

    /**
     * A subsampled component gets a larger transform rather than being enlarged afterwards, as far as both directions allow:
     * sharper, and no slower.
     */
    private static int blockSide(int unit, int coarserHorizontally, int coarserVertically) {
        int side = unit;
        while (side < BLOCK_SIDE
                && coarserHorizontally * unit % (side * 2) == 0
                && coarserVertically * unit % (side * 2) == 0) {
            side *= 2;
        }
        return side;
    }

    private static int divideUp(long value, int divisor) {
        return (int) ((value + divisor - 1) / divisor);
    }

    /** Whether colour between two samples is interpolated; at 1/8 libjpeg repeats it, and so does this. */
    boolean interpolates() {
        return unit > 1;
    }
}
