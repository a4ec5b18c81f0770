package io.hangtag.image.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files chunk by chunk, right or wrong as a test wants. */
public final class PngBuilder {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    public PngBuilder() {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    public PngBuilder header(int width, int height, int depth, int colorType) {
        return header(width, height, depth, colorType, 0, 0, 0);
    }

    public PngBuilder header(
            int width, int height, int depth, int colorType, int compression, int filter, int interlace) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colorType)
                        .put((byte) compression)
                        .put((byte) filter)
                        .put((byte) interlace)
                        .array());
    }

    public PngBuilder chunk(String type, byte... data) {
        byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(letters);
        checksum.update(data);
        file.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(letters)
                .put(data)
                .putInt((int) checksum.getValue())
                .array());
        return this;
    }

    /** One IDAT of these filter types and rows, compressed. */
    public PngBuilder data(byte... raw) {
        return chunk("IDAT", deflated(raw));
    }

    public byte[] end() {
        return chunk("IEND").unfinished();
    }

    public byte[] unfinished() {
        return file.toByteArray();
    }

    public static byte[] deflated(byte... raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
