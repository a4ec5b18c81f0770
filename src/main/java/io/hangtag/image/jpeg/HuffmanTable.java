package io.hangtag.image.jpeg;

/**
 * A Huffman table (T.81 C.2, F.2.2.3), made ready for looking up several bits at once. Codes of up to {@value #LOOKAHEAD}
 * bits, nearly all that occur, take one look; longer ones are found by comparing with the first code beyond each length.
 *
 * <p>Three tables serve the three ways of reading. Their entries are packed into an int, 0 meaning a longer code:
 *
 * <ul>
 *   <li>{@code symbols}: bits 0–4 code length, from bit 5 the symbol;
 *   <li>{@code runs}, for AC coefficients: bits 0–4 how many bits to take, 5–8 how many more hold the value (0: it is in the
 *       entry, or there is none), 9–15 how far to go on, 16 whether the block ends after the value, from 17 the value where
 *       it fitted in, signed;
 *   <li>{@code skips}, for AC coefficients that nobody wants: bits 0–4 how many bits to take with those of the value, 5–15
 *       how far to go on; from 16 the same of all codes that fit into the lookahead together.
 * </ul>
 */
final class HuffmanTable {
    /** Bits looked at in one go. */
    static final int LOOKAHEAD = 10;

    /** Shift that leaves the lookahead of a left-aligned 64-bit buffer. */
    static final int LOOKAHEAD_SHIFT = 64 - LOOKAHEAD;

    /** How far an end of block goes on, in {@code runs}: out of any block, and further than a too long run can lead. */
    static final int END_OF_BLOCK = 80;

    /** The same in {@code skips}, where several runs may come together. */
    private static final int SKIPPED_TO_END = 256;

    /** In {@code runs}, that the code of the end of the block was seen behind the value. */
    static final int ENDS_BLOCK = 1 << 16;

    private static final int LONGEST_CODE = 16;
    private static final int SIZE = 1 << LOOKAHEAD;

    /** Where the value begins in an entry of {@code runs}. */
    static final int VALUE_SHIFT = 17;

    final int[] symbols = new int[SIZE];
    final int[] runs = new int[SIZE];
    final int[] skips = new int[SIZE];

    /** For each code length, the first 16-bit pattern that no code so short begins. */
    private final int[] beyond = new int[LONGEST_CODE + 1];

    /** For each code length, what to add to a code of that length to find its place among the values. */
    private final int[] offset = new int[LONGEST_CODE + 1];

    private final byte[] values;
    private int endLength;

    /**
     * @param counts how many codes there are of each length, 1 to 16
     * @param values what the codes mean, shortest code first
     */
    HuffmanTable(int[] counts, byte[] values) {
        this.values = values;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            offset[length] = index - code;
            if (code + counts[length - 1] > 1 << length) {
                throw JpegFaults.corrupt("A Huffman table of this JPEG has more codes than fit");
            }
            for (int i = 0; i < counts[length - 1]; i++) {
                if (values[index] == 0) {
                    endLength = length;
                }
                if (length <= LOOKAHEAD) {
                    enter(code, length, values[index] & 0xff);
                }
                code++;
                index++;
            }
            beyond[length] = code << LONGEST_CODE - length;
            code <<= 1;
        }
        join();
    }

    private void enter(int code, int length, int symbol) {
        int spare = LOOKAHEAD - length;
        int first = code << spare;
        for (int i = first; i < first + (1 << spare); i++) {
            symbols[i] = length | symbol << 5;
            runs[i] = run(length, symbol, i & (1 << spare) - 1, spare);
            skips[i] = skip(length, symbol);
        }
    }

    /** Makes the table ready for AC coefficients: joins entries with those of the codes behind them. */
    private void join() {
        int[] single = skips.clone();
        for (int i = 0; i < SIZE; i++) {
            if (symbols[i] != 0) {
                joinEnd(i);
                joinSkips(i, single);
            }
        }
    }

    private void joinEnd(int index) {
        int length = runs[index] & 31;
        boolean valueInside = runs[index] >> VALUE_SHIFT != 0;
        int behind = symbols[index << length & SIZE - 1];
        // The lowest bits of the index behind are unknown: a code counts only if it ends before them.
        if (valueInside && behind != 0 && behind >> 5 == 0 && length + (behind & 31) <= LOOKAHEAD) {
            runs[index] |= ENDS_BLOCK;
        }
    }

    private void joinSkips(int index, int[] single) {
        int length = 0;
        int advance = 0;
        while (length < LOOKAHEAD && advance < ZigZag.LENGTH) {
            int next = index << length & SIZE - 1;
            if (symbols[next] == 0 || length + (symbols[next] & 31) > LOOKAHEAD) {
                break;
            }
            length += single[next] & 31;
            advance += single[next] >> 5;
        }
        skips[index] = single[index] | (length | advance << 5) << 16;
    }

    /**
     * @param following the bits after the code
     * @param spare how many those are
     */
    private static int run(int length, int symbol, int following, int spare) {
        int size = symbol & 15;
        int advance = advance(symbol, END_OF_BLOCK);
        if (size == 0 || size > spare) {
            return length | size << 5 | advance << 9;
        }
        int magnitude = following >> spare - size;
        int value = magnitude < 1 << size - 1 ? magnitude - (1 << size) + 1 : magnitude;
        return length + size | advance << 9 | value << VALUE_SHIFT;
    }

    private static int skip(int length, int symbol) {
        return length + (symbol & 15) | advance(symbol, SKIPPED_TO_END) << 5;
    }

    /** A symbol is a run of zeros and the size of the value after it; size 0 ends the block or means 16 zeros (T.81 F.1.2.2). */
    private static int advance(int symbol, int end) {
        return (symbol & 15) != 0 || symbol == 0xf0 ? (symbol >> 4) + 1 : end;
    }

    /** Whether a step within a block, as of {@code skips}, leads past its 64 coefficients without meaning its end. */
    static boolean leavesBlock(int next) {
        // Up to 64 is inside; SKIPPED_TO_END and up to 63 more means an end before the 64th.
        return (next & 0xc0) != 0 && next != ZigZag.LENGTH;
    }

    /** Bits of the code that ends a block. */
    int endLength() {
        return endLength;
    }

    /** An entry as of {@code symbols}, for a code longer than the lookahead. */
    int longSymbol(long bits) {
        int pattern = (int) (bits >>> 48);
        for (int length = LOOKAHEAD + 1; length <= LONGEST_CODE; length++) {
            if (pattern < beyond[length]) {
                int symbol = values[offset[length] + (pattern >> LONGEST_CODE - length)] & 0xff;
                return length | symbol << 5;
            }
        }
        throw new EntropyFault("a code that its Huffman table does not know");
    }

    /** An entry as of {@code runs}, for a code longer than the lookahead. */
    int longRun(long bits) {
        int entry = longSymbol(bits);
        return run(entry & 31, entry >> 5, 0, 0);
    }

    /** An entry as of {@code skips}, for a code longer than the lookahead. */
    int longSkip(long bits) {
        int entry = longSymbol(bits);
        int skip = skip(entry & 31, entry >> 5);
        return skip | skip << 16;
    }
}
