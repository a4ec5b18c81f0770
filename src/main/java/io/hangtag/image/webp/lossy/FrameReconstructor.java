package io.hangtag.image.webp.lossy;

/** Turns modes and coefficients into samples: prediction and residue (RFC 6386, sections 12 and 14.5). */
final class FrameReconstructor {
    private static final int LUMA_SIDE = 16;
    private static final int CHROMA_SIDE = 8;
    private static final int SUBBLOCK_SIDE = 4;
    private static final int SUBBLOCKS_PER_ROW = 4;

    private final YuvFrame frame;
    private final int lastColumn;
    private final SubblockPredictor subblocks = new SubblockPredictor();
    private final byte[] aboveRight = new byte[SUBBLOCK_SIDE];
    private final int[] scratch = new int[Macroblock.BLOCK_SAMPLES];

    FrameReconstructor(YuvFrame frame, int columns) {
        this.frame = frame;
        this.lastColumn = columns - 1;
    }

    void reconstruct(Macroblock macroblock, int column, int row) {
        Plane luma = frame.luma();
        int at = luma.at(LUMA_SIDE * column, LUMA_SIDE * row);
        if (macroblock.isPredictedBySubblocks()) {
            bySubblocks(macroblock, luma, at, column, row);
        } else {
            BlockPredictor.predict(macroblock.lumaMode, luma, at, LUMA_SIDE, row > 0, column > 0);
            addResidue(macroblock, 0, luma, at, LUMA_SIDE);
        }
        chroma(macroblock, Macroblock.LUMA_BLOCKS, frame.blueChroma(), column, row);
        chroma(macroblock, Macroblock.LUMA_BLOCKS + 4, frame.redChroma(), column, row);
    }

    private void chroma(Macroblock macroblock, int firstBlock, Plane plane, int column, int row) {
        int at = plane.at(CHROMA_SIDE * column, CHROMA_SIDE * row);
        BlockPredictor.predict(macroblock.chromaMode, plane, at, CHROMA_SIDE, row > 0, column > 0);
        addResidue(macroblock, firstBlock, plane, at, CHROMA_SIDE);
    }

    private void addResidue(Macroblock macroblock, int firstBlock, Plane plane, int at, int side) {
        if (!macroblock.hasCoefficients) {
            return;
        }
        int block = firstBlock;
        for (int y = 0; y < side; y += SUBBLOCK_SIDE) {
            for (int x = 0; x < side; x += SUBBLOCK_SIDE) {
                addResidue(macroblock, block++, plane, at + plane.stride() * y + x);
            }
        }
    }

    private void addResidue(Macroblock macroblock, int block, Plane plane, int at) {
        int from = Macroblock.BLOCK_SAMPLES * block;
        for (int i = from; i < from + Macroblock.BLOCK_SAMPLES; i++) {
            if (macroblock.coefficients[i] != 0) {
                InverseTransform.addCosine(macroblock.coefficients, from, plane.samples(), at, plane.stride(), scratch);
                return;
            }
        }
    }

    /** Each subblock is predicted from those before it, residue and all. */
    private void bySubblocks(Macroblock macroblock, Plane luma, int at, int column, int row) {
        readAboveRight(luma, at, column, row);
        for (int block = 0; block < Macroblock.LUMA_BLOCKS; block++) {
            int x = SUBBLOCK_SIDE * (block % SUBBLOCKS_PER_ROW);
            int y = SUBBLOCK_SIDE * (block / SUBBLOCKS_PER_ROW);
            int corner = at + luma.stride() * y + x;
            SubblockMode mode = macroblock.subblockModes[block];
            if (x == LUMA_SIDE - SUBBLOCK_SIDE) {
                // What is to the right of these is not decoded yet, except above the first, so all use that (12.3).
                subblocks.predict(mode, luma, corner, aboveRight, 0);
            } else {
                subblocks.predict(mode, luma, corner, luma.samples(), corner - luma.stride() + SUBBLOCK_SIDE);
            }
            addResidue(macroblock, block, luma, corner);
        }
    }

    /** Beyond the last column there is nothing: the row above counts as continued there (section 12.3). */
    private void readAboveRight(Plane luma, int at, int column, int row) {
        int from = at - luma.stride() + LUMA_SIDE;
        for (int i = 0; i < SUBBLOCK_SIDE; i++) {
            boolean beyond = column == lastColumn;
            aboveRight[i] = luma.samples()[beyond ? from - 1 : from + i];
        }
    }
}
