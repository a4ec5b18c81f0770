package io.hangtag.image.jpeg.encode;

/** Codes the blocks of one component, each mean as its difference from the one before (T.81 F.1.2). */
final class BlockCoder {
    private static final int END_OF_BLOCK = 0x00;
    private static final int SIXTEEN_ZEROS = 0xf0;
    private static final int LONGEST_RUN = 15;

    private final HuffmanCodes dc;
    private final HuffmanCodes ac;
    private int mean;

    BlockCoder(HuffmanCodes dc, HuffmanCodes ac) {
        this.dc = dc;
        this.ac = ac;
    }

    /** Codes quantized coefficients that stand in coded order. */
    void write(int[] coefficients, BitWriter bits) {
        int difference = coefficients[0] - mean;
        mean = coefficients[0];
        write(difference, 0, dc, bits);
        int run = 0;
        for (int i = 1; i < coefficients.length; i++) {
            if (coefficients[i] == 0) {
                run++;
                continue;
            }
            for (; run > LONGEST_RUN; run -= LONGEST_RUN + 1) {
                ac.write(SIXTEEN_ZEROS, bits);
            }
            write(coefficients[i], run, ac, bits);
            run = 0;
        }
        if (run > 0) {
            ac.write(END_OF_BLOCK, bits);
        }
    }

    /** The run of zeros before it and the value's length as a symbol, then the value's bits, of a negative one less one. */
    private static void write(int value, int run, HuffmanCodes codes, BitWriter bits) {
        int length = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        codes.write(run << 4 | length, bits);
        bits.write((value < 0 ? value - 1 : value) & (1 << length) - 1, length);
    }
}
