package io.hangtag.image.webp.lossless;

/**
 * Reads bits, least significant first (RFC 9649, section 3.1). Beyond the end it reads zeros and remembers that it did, so
 * that a caller can check once for each row.
 */
final class BitReader {
    private static final int WINDOW_BITS = 56;

    private final byte[] data;
    private final int end;
    private int position;
    private long window;
    private int available;
    private long unread;

    BitReader(byte[] data, int start, int end) {
        this.data = data;
        this.position = start;
        this.end = end;
        this.unread = 8L * (end - start);
    }

    /** Whether more was read than there is. */
    boolean isOverrun() {
        return unread < 0;
    }

    /** Reads up to 24 bits as an unsigned number. */
    int read(int count) {
        int bits = peek() & (1 << count) - 1;
        skip(count);
        return bits;
    }

    boolean readFlag() {
        return read(1) != 0;
    }

    /** The next 32 bits at least, without reading them. */
    int peek() {
        if (available < 32) {
            fill();
        }
        return (int) window;
    }

    /** Passes over bits that were peeked at. */
    void skip(int count) {
        window >>>= count;
        available -= count;
        unread -= count;
    }

    private void fill() {
        while (available <= WINDOW_BITS - 8 && position < end) {
            window |= (data[position++] & 0xFFL) << available;
            available += 8;
        }
        if (position == end) {
            // All that follows are the zeros that are in the window already.
            available = Math.max(available, WINDOW_BITS);
        }
    }
}
