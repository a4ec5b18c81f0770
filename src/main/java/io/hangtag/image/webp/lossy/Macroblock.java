package io.hangtag.image.webp.lossy;

import java.util.Arrays;

/** The macroblock that is being decoded; one object serves for all of them in turn. */
final class Macroblock {
    static final int LUMA_BLOCKS = 16;
    /** Sixteen blocks of luma, then four each of the two chroma planes. */
    static final int BLOCKS = 24;

    static final int BLOCK_SAMPLES = 16;

    int segment;
    boolean skipped;
    BlockMode lumaMode = BlockMode.MEAN;
    BlockMode chromaMode = BlockMode.MEAN;
    final SubblockMode[] subblockModes = new SubblockMode[LUMA_BLOCKS];
    /** Dequantized coefficients, sixteen a block. Sixteen bits, as the RFC has it in section 14.1. */
    final short[] coefficients = new short[BLOCKS * BLOCK_SAMPLES];
    /** Whether any coefficient is coded, which decides whether inner edges are filtered. */
    boolean hasCoefficients;

    boolean isPredictedBySubblocks() {
        return lumaMode == BlockMode.BY_SUBBLOCKS;
    }

    void clearCoefficients() {
        Arrays.fill(coefficients, (short) 0);
        hasCoefficients = false;
    }
}
