package io.hangtag.image.webp.lossy;

/**
 * Filters the edges of a reconstructed frame, macroblock after macroblock (RFC 6386, section 15.1). The levels are noted
 * while macroblocks are decoded, and used once all of them are.
 */
final class LoopFilter {
    private static final int LUMA_SIDE = 16;
    private static final int CHROMA_SIDE = 8;
    private static final int SUBBLOCK_SIDE = 4;

    private final FrameHeader header;
    private final int columns;
    private final byte[] levels;
    private final boolean[] filtersInside;
    private final FilterStrengths[] strengths = new FilterStrengths[64];

    LoopFilter(FrameHeader header, int columns, int rows) {
        this.header = header;
        this.columns = columns;
        this.levels = new byte[columns * rows];
        this.filtersInside = new boolean[columns * rows];
        for (int level = 0; level < strengths.length; level++) {
            strengths[level] = FilterStrengths.of(level, header.filter().sharpness());
        }
    }

    /** Notes what a decoded macroblock asks for. */
    void note(Macroblock macroblock, int column, int row) {
        FilterHeader filter = header.filter();
        int index = columns * row + column;
        int ofSegment = header.segmentation().filterLevel(macroblock.segment, filter.level());
        levels[index] = (byte) filter.level(ofSegment, macroblock.isPredictedBySubblocks());
        filtersInside[index] = macroblock.isPredictedBySubblocks() || macroblock.hasCoefficients;
    }

    void filter(YuvFrame frame) {
        // A frame of level 0 is not filtered at all, whatever its segments say (section 15).
        if (header.filter().level() == 0) {
            return;
        }
        for (int index = 0; index < levels.length; index++) {
            if (levels[index] > 0) {
                filter(frame, index % columns, index / columns, strengths[levels[index]], filtersInside[index]);
            }
        }
    }

    private void filter(YuvFrame frame, int column, int row, FilterStrengths strength, boolean inside) {
        if (header.filter().simple()) {
            simple(frame.luma(), column, row, strength, inside);
        } else {
            normal(frame.luma(), column, row, LUMA_SIDE, strength, inside);
            normal(frame.blueChroma(), column, row, CHROMA_SIDE, strength, inside);
            normal(frame.redChroma(), column, row, CHROMA_SIDE, strength, inside);
        }
    }

    private static void simple(Plane plane, int column, int row, FilterStrengths strength, boolean inside) {
        byte[] samples = plane.samples();
        int stride = plane.stride();
        int at = plane.at(LUMA_SIDE * column, LUMA_SIDE * row);
        if (column > 0) {
            EdgeFilter.simple(samples, at, 1, stride, LUMA_SIDE, strength.macroblockEdge());
        }
        for (int x = SUBBLOCK_SIDE; inside && x < LUMA_SIDE; x += SUBBLOCK_SIDE) {
            EdgeFilter.simple(samples, at + x, 1, stride, LUMA_SIDE, strength.subblockEdge());
        }
        if (row > 0) {
            EdgeFilter.simple(samples, at, stride, 1, LUMA_SIDE, strength.macroblockEdge());
        }
        for (int y = SUBBLOCK_SIDE; inside && y < LUMA_SIDE; y += SUBBLOCK_SIDE) {
            EdgeFilter.simple(samples, at + stride * y, stride, 1, LUMA_SIDE, strength.subblockEdge());
        }
    }

    private static void normal(Plane plane, int column, int row, int side, FilterStrengths strength, boolean inside) {
        byte[] samples = plane.samples();
        int stride = plane.stride();
        int at = plane.at(side * column, side * row);
        if (column > 0) {
            EdgeFilter.macroblock(samples, at, 1, stride, side, strength.macroblockEdge(), strength);
        }
        for (int x = SUBBLOCK_SIDE; inside && x < side; x += SUBBLOCK_SIDE) {
            EdgeFilter.subblock(samples, at + x, 1, stride, side, strength.subblockEdge(), strength);
        }
        if (row > 0) {
            EdgeFilter.macroblock(samples, at, stride, 1, side, strength.macroblockEdge(), strength);
        }
        for (int y = SUBBLOCK_SIDE; inside && y < side; y += SUBBLOCK_SIDE) {
            EdgeFilter.subblock(samples, at + stride * y, stride, 1, side, strength.subblockEdge(), strength);
        }
    }
}
