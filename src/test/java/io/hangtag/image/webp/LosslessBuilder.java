package io.hangtag.image.webp;

import java.util.BitSet;

/** Writes lossless data bit by bit. */
public final class LosslessBuilder {
    private final BitSet bits = new BitSet();
    private int length;

    public static LosslessBuilder picture(int width, int height) {
        return new LosslessBuilder()
                .bits(0x2F, 8)
                .bits(width - 1, 14)
                .bits(height - 1, 14)
                .bits(1, 1)
                .bits(0, 3);
    }

    public LosslessBuilder bits(int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(length++, (value >> i & 1) != 0);
        }
        return this;
    }

    /** A simple prefix code with one symbol, which takes no bits to read. */
    public LosslessBuilder single(int symbol) {
        return bits(1, 1).bits(0, 1).bits(1, 1).bits(symbol, 8);
    }

    /** A simple prefix code with two symbols. */
    public LosslessBuilder pair(int first, int second) {
        return bits(1, 1).bits(1, 1).bits(1, 1).bits(first, 8).bits(second, 8);
    }

    /** The five codes of pixels that are all alike. */
    public LosslessBuilder color(int alpha, int red, int green, int blue) {
        return single(green).single(red).single(blue).single(alpha).single(0);
    }

    public byte[] end() {
        byte[] data = new byte[(length + 7) / 8];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, data, 0, set.length);
        return data;
    }
}
