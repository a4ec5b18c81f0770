package io.hangtag.image.gif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes GIF files block by block, right or wrong as a test wants. */
public final class GifBuilder {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** A screen with a global table of black, red, green and blue. */
    public GifBuilder(int width, int height) {
        file.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        uint16(width).uint16(height).bytes(0x81, 0, 0);
        bytes(0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255);
    }

    public GifBuilder bytes(int... values) {
        for (int value : values) {
            file.write(value);
        }
        return this;
    }

    public GifBuilder transparent(int index) {
        return bytes(0x21, 0xF9, 4, 1, 0, 0, index, 0);
    }

    public GifBuilder frame(int left, int top, int width, int height) {
        return bytes(0x2C).uint16(left).uint16(top).uint16(width).uint16(height).bytes(0);
    }

    /** Pixels as codes of three bits: two bits an index, and so few codes that none gets longer. */
    public GifBuilder codes(int... codes) {
        int bits = 0;
        int count = 0;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int code : codes) {
            bits |= code << count;
            count += 3;
            if (count >= 8) {
                packed.write(bits);
                bits >>= 8;
                count -= 8;
            }
        }
        packed.write(bits);
        bytes(2, packed.size());
        file.writeBytes(packed.toByteArray());
        return bytes(0);
    }

    public byte[] end() {
        return bytes(0x3B).unfinished();
    }

    public byte[] unfinished() {
        return file.toByteArray();
    }

    private GifBuilder uint16(int value) {
        return bytes(value & 0xFF, value >> 8);
    }
}
