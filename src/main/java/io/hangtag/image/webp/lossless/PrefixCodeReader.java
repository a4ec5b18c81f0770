package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.Arrays;

/** Reads prefix codes, which are stored as the lengths of their symbols' codes (RFC 9649, section 3.7.2.1). */
final class PrefixCodeReader {
    private static final int LENGTH_SYMBOLS = 19;
    /** The order in which the lengths of the code for lengths are stored. */
    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private static final int REPEAT_PREVIOUS = 16;
    private static final int FEW_ZEROS = 17;
    private static final int FIRST_PREVIOUS = 8;

    private final BitReader bits;
    private final int[] lengths;

    /** @param largestAlphabet how many symbols any of the codes has at most */
    PrefixCodeReader(BitReader bits, int largestAlphabet) {
        this.bits = bits;
        this.lengths = new int[Math.max(largestAlphabet, LENGTH_SYMBOLS)];
    }

    PrefixCode read(int alphabet) {
        return bits.readFlag() ? readSimple(alphabet) : readNormal(alphabet);
    }

    /** One or two symbols, given themselves. */
    private PrefixCode readSimple(int alphabet) {
        boolean hasTwo = bits.readFlag();
        int first = bits.read(bits.readFlag() ? 8 : 1);
        int second = hasTwo ? bits.read(8) : first;
        if (first >= alphabet || second >= alphabet) {
            throw corrupt("names a symbol outside of its alphabet");
        }
        if (first == second) {
            return PrefixCode.ofSingle(first);
        }
        Arrays.fill(lengths, 0, alphabet, 0);
        lengths[first] = 1;
        lengths[second] = 1;
        return PrefixCode.of(lengths, alphabet);
    }

    private PrefixCode readNormal(int alphabet) {
        Arrays.fill(lengths, 0, LENGTH_SYMBOLS, 0);
        int stored = 4 + bits.read(4);
        for (int i = 0; i < stored; i++) {
            lengths[LENGTH_ORDER[i]] = bits.read(3);
        }
        PrefixCode ofLengths = PrefixCode.of(lengths, LENGTH_SYMBOLS);
        int codes = alphabet;
        if (bits.readFlag()) {
            int width = 2 + 2 * bits.read(3);
            codes = 2 + bits.read(width);
            if (codes > alphabet) {
                throw corrupt("has more lengths than symbols");
            }
        }
        readLengths(ofLengths, codes, alphabet);
        return PrefixCode.of(lengths, alphabet);
    }

    private void readLengths(PrefixCode ofLengths, int codes, int alphabet) {
        Arrays.fill(lengths, 0, alphabet, 0);
        int previous = FIRST_PREVIOUS;
        int symbol = 0;
        for (int left = codes; left > 0 && symbol < alphabet; left--) {
            int code = ofLengths.read(bits);
            if (code < REPEAT_PREVIOUS) {
                lengths[symbol++] = code;
                previous = code == 0 ? previous : code;
                continue;
            }
            int repeats = switch (code) {
                case REPEAT_PREVIOUS -> 3 + bits.read(2);
                case FEW_ZEROS -> 3 + bits.read(3);
                default -> 11 + bits.read(7);
            };
            if (repeats > alphabet - symbol) {
                throw corrupt("repeats a length beyond its symbols");
            }
            Arrays.fill(lengths, symbol, symbol + repeats, code == REPEAT_PREVIOUS ? previous : 0);
            symbol += repeats;
        }
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE,
                "A prefix code in the WebP's lossless data " + what + "; upload the file again.");
    }
}
