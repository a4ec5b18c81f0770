package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * A canonical prefix code of up to 15 bits (RFC 9649, section 3.7.2). Codes of up to eight bits are looked up in a table;
 * longer ones, which are rare, are found by comparing with the first code of each length, so that a code takes little
 * memory however many of them a picture has.
 */
final class PrefixCode {
    static final int MAX_LENGTH = 15;
    private static final int TABLE_BITS = 8;
    private static final int LENGTH_BITS = 4;

    /** {@code symbol << 4 | length} by the next bits; length 0 where the code is longer than the table's bits. */
    private final int[] table;

    /** Symbols in the order of their codes. */
    private final short[] symbols;
    /** For each length, the first code beyond it, as if all codes had 15 bits. */
    private final int[] limits = new int[MAX_LENGTH + 1];
    /** For each length, what to add to a code of it to get its place in {@link #symbols}. */
    private final int[] places = new int[MAX_LENGTH + 1];

    private PrefixCode(int[] table, short[] symbols) {
        this.table = table;
        this.symbols = symbols;
    }

    /** A code with a single symbol, which takes no bits. */
    static PrefixCode ofSingle(int symbol) {
        return new PrefixCode(new int[] {symbol << LENGTH_BITS}, new short[] {(short) symbol});
    }

    /**
     * A code by the lengths of its symbols' codes, 0 for symbols that do not occur.
     *
     * @throws HangtagException if the lengths are of no complete code
     */
    static PrefixCode of(int[] lengths, int alphabet) {
        int[] counts = new int[MAX_LENGTH + 1];
        for (int symbol = 0; symbol < alphabet; symbol++) {
            counts[lengths[symbol]]++;
        }
        int used = alphabet - counts[0];
        if (used == 1) {
            for (int symbol = 0; symbol < alphabet; symbol++) {
                if (lengths[symbol] > 0) {
                    return ofSingle(symbol);
                }
            }
        }
        int longest = requireComplete(counts);
        PrefixCode code = new PrefixCode(new int[1 << Math.min(TABLE_BITS, longest)], new short[used]);
        code.fill(lengths, alphabet, counts);
        return code;
    }

    /** The codes of a complete code take up all the room there is, and no more. */
    private static int requireComplete(int[] counts) {
        int longest = 0;
        int room = 1 << MAX_LENGTH;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            room -= counts[length] << MAX_LENGTH - length;
            if (counts[length] > 0) {
                longest = length;
            }
        }
        if (room != 0) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The WebP's lossless data have a prefix code that is not complete; upload the file again.");
        }
        return longest;
    }

    private void fill(int[] lengths, int alphabet, int[] counts) {
        int[] nextPlace = new int[MAX_LENGTH + 1];
        int code = 0;
        int place = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            places[length] = place - code;
            nextPlace[length] = place;
            code += counts[length];
            place += counts[length];
            limits[length] = code << MAX_LENGTH - length;
            code <<= 1;
        }
        for (int symbol = 0; symbol < alphabet; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                int at = nextPlace[length]++;
                symbols[at] = (short) symbol;
                if (length <= TABLE_BITS) {
                    enter(symbol, length, at - places[length]);
                }
            }
        }
    }

    /** Enters a symbol for all bits that may follow its code. The code's first bit is read first, into the lowest place. */
    private void enter(int symbol, int length, int code) {
        int reversed = Integer.reverse(code) >>> 32 - length;
        for (int at = reversed; at < table.length; at += 1 << length) {
            table[at] = symbol << LENGTH_BITS | length;
        }
    }

    /** Reads one symbol. */
    int read(BitReader bits) {
        int window = bits.peek();
        int entry = table[window & table.length - 1];
        int length = entry & (1 << LENGTH_BITS) - 1;
        if (length == 0 && table.length > 1) {
            return readLong(bits, window);
        }
        bits.skip(length);
        return entry >> LENGTH_BITS;
    }

    private int readLong(BitReader bits, int window) {
        int code = Integer.reverse(window) >>> 32 - MAX_LENGTH;
        int length = TABLE_BITS + 1;
        while (code >= limits[length]) {
            length++;
        }
        bits.skip(length);
        return symbols[places[length] + (code >> MAX_LENGTH - length)];
    }

    /** Bytes that this code takes, about. */
    long bytes() {
        return 200 + 4L * table.length + 2L * symbols.length;
    }
}
