package io.hangtag.image.webp.lossy;

/** Reads the coefficients of single blocks (RFC 6386, sections 13.2 and 13.3). */
final class TokenReader {
    /** What kind of block it is, in the order of the probabilities' first index. */
    static final int LUMA_AFTER_SECOND = 0;

    static final int SECOND = 1;
    static final int CHROMA = 2;
    static final int WHOLE_LUMA = 3;

    private static final int COEFFICIENTS = 16;
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int[] BAND = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7};
    private static final int BANDS = 8;
    private static final int CONTEXTS = 3;
    private static final int NODES = 11;

    /** The smallest value of each category of large ones, and the probabilities of the bits added to it. */
    private static final int[] CATEGORY_BASE = {5, 7, 11, 19, 35, 67};

    private static final int[][] CATEGORY_BITS = {
        {159},
        {165, 145},
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    private final int[] probabilities;

    TokenReader(int[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Reads one block.
     *
     * @param kind what kind of block
     * @param context of the blocks above and to the left, how many have coefficients
     * @param firstFactor what the coefficient at place 0 is multiplied by
     * @param factor what the others are
     * @param target takes the coefficients that are not zero, at {@code offset} and after
     * @return the place behind the last coefficient; 0, or 1 where reading begins there, for an empty block
     */
    int read(BoolDecoder bits, int kind, int context, int firstFactor, int factor, short[] target, int offset) {
        int place = kind == LUMA_AFTER_SECOND ? 1 : 0;
        int node = node(kind, place, context);
        while (bits.read(probabilities[node])) {
            // No end can follow a zero, so it is not asked for.
            while (!bits.read(probabilities[node + 1])) {
                place++;
                if (place == COEFFICIENTS) {
                    return place;
                }
                node = node(kind, place, 0);
            }
            int nextContext = 1;
            int value = 1;
            if (bits.read(probabilities[node + 2])) {
                value = readLarge(bits, node);
                nextContext = 2;
            }
            int signed = bits.readFlag() ? -value : value;
            target[offset + ZIGZAG[place]] = (short) (signed * (place == 0 ? firstFactor : factor));
            place++;
            if (place == COEFFICIENTS) {
                return place;
            }
            node = node(kind, place, nextContext);
        }
        return place;
    }

    private static int node(int kind, int place, int context) {
        return ((kind * BANDS + BAND[place]) * CONTEXTS + context) * NODES;
    }

    /** A value of 2 and more: the rest of the token tree, and the bits that some tokens have. */
    private int readLarge(BoolDecoder bits, int node) {
        if (!bits.read(probabilities[node + 3])) {
            if (!bits.read(probabilities[node + 4])) {
                return 2;
            }
            return bits.read(probabilities[node + 5]) ? 4 : 3;
        }
        int category;
        if (!bits.read(probabilities[node + 6])) {
            category = bits.read(probabilities[node + 7]) ? 1 : 0;
        } else if (!bits.read(probabilities[node + 8])) {
            category = bits.read(probabilities[node + 9]) ? 3 : 2;
        } else {
            category = bits.read(probabilities[node + 10]) ? 5 : 4;
        }
        int extra = 0;
        for (int probability : CATEGORY_BITS[category]) {
            extra = extra << 1 | (bits.read(probability) ? 1 : 0);
        }
        return CATEGORY_BASE[category] + extra;
    }
}
