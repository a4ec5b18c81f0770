package io.hangtag.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a file together byte by byte. */
final class ByteBuilder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The lowest eight bits of each value. */
    ByteBuilder add(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    ByteBuilder add(byte[] values) {
        bytes.writeBytes(values);
        return this;
    }

    ByteBuilder add(String ascii) {
        return add(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    ByteBuilder repeat(int count, int... values) {
        for (int i = 0; i < count; i++) {
            add(values);
        }
        return this;
    }

    /** Two bytes, the higher first. */
    ByteBuilder uint16(int value) {
        return add(value >> 8, value);
    }

    /** Four bytes, the highest first. */
    ByteBuilder uint32(long value) {
        return uint16((int) (value >> 16)).uint16((int) value);
    }

    byte[] end() {
        return bytes.toByteArray();
    }
}
