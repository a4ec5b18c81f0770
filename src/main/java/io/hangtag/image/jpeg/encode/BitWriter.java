package io.hangtag.image.jpeg.encode;

import java.io.ByteArrayOutputStream;

/** Writes entropy-coded bits, highest first, with a zero after each byte of ones (T.81 F.1.2.3). */
final class BitWriter {
    private final ByteArrayOutputStream bytes;
    private int waiting;
    private int count;

    BitWriter(ByteArrayOutputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * Writes the lowest bits of a value.
     *
     * @param value with no bits above them
     * @param length 0..16
     */
    void write(int value, int length) {
        waiting = waiting << length | value;
        count += length;
        while (count >= 8) {
            count -= 8;
            put(waiting >> count & 0xff);
        }
        waiting &= (1 << count) - 1;
    }

    /** Fills the last byte with ones. */
    void finish() {
        if (count > 0) {
            put((waiting << 8 - count | 0xff >> count) & 0xff);
        }
        count = 0;
    }

    private void put(int octet) {
        bytes.write(octet);
        if (octet == 0xff) {
            bytes.write(0);
        }
    }
}
