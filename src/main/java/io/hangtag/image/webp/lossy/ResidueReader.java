package io.hangtag.image.webp.lossy;

import java.util.Arrays;

/** Reads the coefficients of macroblocks and remembers which blocks had any, for their neighbours (RFC 6386, section 13). */
final class ResidueReader {
    /** For each macroblock column: four luma, two and two chroma, one second-order block. */
    private static final int FLAGS = 9;

    private static final int SECOND_FLAG = 8;
    private static final int LUMA_SIDE = 4;
    private static final int CHROMA_SIDE = 2;

    private final TokenReader tokens;
    private final int[] above;
    private final int[] left = new int[FLAGS];
    private final short[] second = new short[Macroblock.BLOCK_SAMPLES];

    ResidueReader(int[] probabilities, int macroblockColumns) {
        this.tokens = new TokenReader(probabilities);
        this.above = new int[FLAGS * macroblockColumns];
    }

    void beginRow() {
        Arrays.fill(left, 0);
    }

    void read(BoolDecoder bits, Macroblock macroblock, Quantizer quantizer, int column) {
        macroblock.clearCoefficients();
        int flags = FLAGS * column;
        if (macroblock.skipped) {
            skip(macroblock, flags);
            return;
        }
        if (macroblock.isPredictedBySubblocks()) {
            readBlocks(bits, macroblock, TokenReader.WHOLE_LUMA, quantizer.lumaFirst(), quantizer.luma(), flags, 0, 0);
        } else {
            readSecond(bits, macroblock, quantizer, flags);
            readBlocks(bits, macroblock, TokenReader.LUMA_AFTER_SECOND, 0, quantizer.luma(), flags, 0, 0);
        }
        for (int plane = 0; plane < 2; plane++) {
            readBlocks(
                    bits,
                    macroblock,
                    TokenReader.CHROMA,
                    quantizer.chromaFirst(),
                    quantizer.chroma(),
                    flags,
                    LUMA_SIDE + CHROMA_SIDE * plane,
                    Macroblock.LUMA_BLOCKS + CHROMA_SIDE * CHROMA_SIDE * plane);
        }
    }

    /** Without coefficients nothing is there for neighbours, but a second-order block that is absent does not count. */
    private void skip(Macroblock macroblock, int flags) {
        int cleared = macroblock.isPredictedBySubblocks() ? SECOND_FLAG : FLAGS;
        Arrays.fill(above, flags, flags + cleared, 0);
        Arrays.fill(left, 0, cleared, 0);
    }

    /** The first coefficients of the luma blocks are coded as a block of their own (section 14.3). */
    private void readSecond(BoolDecoder bits, Macroblock macroblock, Quantizer quantizer, int flags) {
        Arrays.fill(second, (short) 0);
        int over = flags + SECOND_FLAG;
        int end = tokens.read(
                bits,
                TokenReader.SECOND,
                above[over] + left[SECOND_FLAG],
                quantizer.secondFirst(),
                quantizer.second(),
                second,
                0);
        above[over] = left[SECOND_FLAG] = end > 0 ? 1 : 0;
        if (end > 0) {
            InverseTransform.walshHadamard(second, macroblock.coefficients);
            for (int block = 0; block < Macroblock.LUMA_BLOCKS; block++) {
                macroblock.hasCoefficients |= macroblock.coefficients[Macroblock.BLOCK_SAMPLES * block] != 0;
            }
        }
    }

    private void readBlocks(
            BoolDecoder bits,
            Macroblock macroblock,
            int kind,
            int firstFactor,
            int factor,
            int flags,
            int firstFlag,
            int firstBlock) {
        int side = kind == TokenReader.CHROMA ? CHROMA_SIDE : LUMA_SIDE;
        int empty = kind == TokenReader.LUMA_AFTER_SECOND ? 1 : 0;
        int block = firstBlock;
        for (int row = firstFlag; row < firstFlag + side; row++) {
            for (int over = flags + firstFlag; over < flags + firstFlag + side; over++) {
                int end = tokens.read(
                        bits,
                        kind,
                        above[over] + left[row],
                        firstFactor,
                        factor,
                        macroblock.coefficients,
                        Macroblock.BLOCK_SAMPLES * block);
                above[over] = left[row] = end > empty ? 1 : 0;
                macroblock.hasCoefficients |= end > empty;
                block++;
            }
        }
    }
}
