package io.hangtag.image.webp.lossy;

/**
 * The arithmetic decoder (RFC 6386, section 7). Beyond its partition it reads zeros and remembers that it did, so that a
 * caller can check once for each macroblock.
 */
final class BoolDecoder {
    private static final int EVEN = 128;
    /** With more bits than this at hand no further byte fits the value. */
    private static final int ENOUGH_BITS = 46;

    private final byte[] data;
    private final int end;
    private int position;
    /** The unread bits that are at hand: eight for the comparison and {@code bits} more. */
    private long value;

    private int bits = -8;
    /** Always 128 to 255. */
    private int range = 255;

    private boolean overrun;

    BoolDecoder(byte[] data, int start, int end) {
        this.data = data;
        this.position = start;
        this.end = end;
    }

    /** Whether more was read than the partition holds. */
    boolean isOverrun() {
        return overrun;
    }

    /** Reads a bit that is 0 with a probability of {@code probability} in 256. */
    boolean read(int probability) {
        if (bits < 0) {
            fill();
        }
        int split = 1 + ((range - 1) * probability >> 8);
        long threshold = (long) split << bits;
        boolean bit = value >= threshold;
        if (bit) {
            value -= threshold;
            range -= split;
        } else {
            range = split;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        range <<= shift;
        bits -= shift;
        return bit;
    }

    private void fill() {
        while (bits < ENOUGH_BITS && position < end) {
            value = value << 8 | data[position++] & 0xFF;
            bits += 8;
        }
        if (bits < 0) {
            value <<= 8;
            bits += 8;
            overrun = true;
        }
    }

    boolean readFlag() {
        return read(EVEN);
    }

    /** Reads an unsigned number, most significant bit first. */
    int readLiteral(int width) {
        int literal = 0;
        for (int i = 0; i < width; i++) {
            literal = literal << 1 | (readFlag() ? 1 : 0);
        }
        return literal;
    }

    /** Reads a magnitude and its sign. */
    int readSigned(int width) {
        int magnitude = readLiteral(width);
        return readFlag() ? -magnitude : magnitude;
    }

    /** Reads a flag and, if it is set, a magnitude and its sign; else 0. */
    int readOptionalSigned(int width) {
        return readFlag() ? readSigned(width) : 0;
    }
}
