package io.hangtag.hostile;

/** Packs codes, the least significant bit first. */
final class BitWriter {
    private final ByteBuilder bytes = new ByteBuilder();
    private int bits;
    private int count;

    BitWriter add(int code, int width) {
        bits |= code << count;
        count += width;
        while (count >= 8) {
            bytes.add(bits);
            bits >>>= 8;
            count -= 8;
        }
        return this;
    }

    byte[] end() {
        return bytes.add(bits).end();
    }
}
