package io.hangtag.image.webp.lossy;

import java.util.Arrays;

/** Reads how macroblocks are predicted, from the first partition (RFC 6386, sections 10, 11 and 19.3). */
final class ModeReader {
    private static final int SIDE = 4;
    private static final SubblockMode[] SUBBLOCK_MODES = SubblockMode.values();

    private final BoolDecoder bits;
    private final FrameHeader header;
    /** Modes of the subblocks along the bottom of the row above, and along the right of the macroblock to the left. */
    private final SubblockMode[] above;

    private final SubblockMode[] left = new SubblockMode[SIDE];

    ModeReader(BoolDecoder bits, FrameHeader header, int macroblockColumns) {
        this.bits = bits;
        this.header = header;
        this.above = new SubblockMode[SIDE * macroblockColumns];
        Arrays.fill(above, SubblockMode.MEAN);
    }

    void beginRow() {
        Arrays.fill(left, SubblockMode.MEAN);
    }

    void read(Macroblock macroblock, int column) {
        macroblock.segment = header.segmentation().mapped() ? readSegment() : 0;
        macroblock.skipped = header.skipProbability() != FrameHeader.NO_SKIPPING && bits.read(header.skipProbability());
        macroblock.lumaMode = readLumaMode();
        if (macroblock.isPredictedBySubblocks()) {
            readSubblockModes(macroblock.subblockModes, SIDE * column);
        } else {
            SubblockMode implied = macroblock.lumaMode.implied();
            Arrays.fill(above, SIDE * column, SIDE * column + SIDE, implied);
            Arrays.fill(left, implied);
        }
        macroblock.chromaMode = readChromaMode();
    }

    private int readSegment() {
        int[] probabilities = header.segmentation().treeProbabilities();
        if (bits.read(probabilities[0])) {
            return bits.read(probabilities[2]) ? 3 : 2;
        }
        return bits.read(probabilities[1]) ? 1 : 0;
    }

    /** Section 11.2. */
    private BlockMode readLumaMode() {
        if (!bits.read(145)) {
            return BlockMode.BY_SUBBLOCKS;
        }
        if (bits.read(156)) {
            return bits.read(128) ? BlockMode.TRUE_MOTION : BlockMode.HORIZONTAL;
        }
        return bits.read(163) ? BlockMode.VERTICAL : BlockMode.MEAN;
    }

    /** Section 11.4. */
    private BlockMode readChromaMode() {
        if (!bits.read(142)) {
            return BlockMode.MEAN;
        }
        if (!bits.read(114)) {
            return BlockMode.VERTICAL;
        }
        return bits.read(183) ? BlockMode.TRUE_MOTION : BlockMode.HORIZONTAL;
    }

    private void readSubblockModes(SubblockMode[] modes, int aboveOffset) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int over = aboveOffset + column;
                SubblockMode mode = readSubblockMode(above[over], left[row]);
                modes[SIDE * row + column] = mode;
                above[over] = mode;
                left[row] = mode;
            }
        }
    }

    /** Sections 11.2 and 11.3. The tree's nodes take the probabilities in order. */
    private SubblockMode readSubblockMode(SubblockMode modeAbove, SubblockMode modeLeft) {
        int at = SubblockModeProbabilities.offset(modeAbove.ordinal(), modeLeft.ordinal());
        for (int node = 0; node < 3; node++) {
            if (!read(at + node)) {
                return SUBBLOCK_MODES[node];
            }
        }
        if (!read(at + 3)) {
            if (!read(at + 4)) {
                return SubblockMode.HORIZONTAL;
            }
            return read(at + 5) ? SubblockMode.SOUTH_SOUTH_EAST : SubblockMode.SOUTH_EAST;
        }
        if (!read(at + 6)) {
            return SubblockMode.SOUTH_WEST;
        }
        if (!read(at + 7)) {
            return SubblockMode.SOUTH_SOUTH_WEST;
        }
        return read(at + 8) ? SubblockMode.EAST_NORTH_EAST : SubblockMode.EAST_SOUTH_EAST;
    }

    private boolean read(int node) {
        return bits.read(SubblockModeProbabilities.at(node));
    }
}
