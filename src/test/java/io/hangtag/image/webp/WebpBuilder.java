package io.hangtag.image.webp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WebP files chunk by chunk, right or wrong as a test wants. */
public final class WebpBuilder {
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    public WebpBuilder chunk(String type, byte... data) {
        chunks.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .array());
        chunks.writeBytes(data);
        if (data.length % 2 != 0) {
            chunks.write(0);
        }
        return this;
    }

    public WebpBuilder extended(int flags, int width, int height) {
        byte[] data = new byte[10];
        data[0] = (byte) flags;
        putUint24(data, 4, width - 1);
        putUint24(data, 7, height - 1);
        return chunk("VP8X", data);
    }

    /** A frame of an animation with these chunks in it. Its place has to be even. */
    public WebpBuilder frame(int left, int top, int width, int height, WebpBuilder content) {
        byte[] header = new byte[16];
        putUint24(header, 0, left / 2);
        putUint24(header, 3, top / 2);
        putUint24(header, 6, width - 1);
        putUint24(header, 9, height - 1);
        return chunk("ANMF", joined(header, content.chunks.toByteArray()));
    }

    public byte[] end() {
        byte[] content = chunks.toByteArray();
        byte[] header = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + content.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .array();
        return joined(header, content);
    }

    /** The data of a chunk of a file. */
    public static byte[] dataOf(byte[] photo, String type) {
        ChunkReader chunks = new ChunkReader(photo, 12, photo.length);
        while (true) {
            Chunk chunk = chunks.next().orElseThrow();
            if (chunk.type().equals(type)) {
                byte[] data = new byte[chunk.length()];
                System.arraycopy(photo, chunk.offset(), data, 0, data.length);
                return data;
            }
        }
    }

    private static void putUint24(byte[] data, int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >> 8);
        data[at + 2] = (byte) (value >> 16);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
