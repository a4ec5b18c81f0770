package io.hangtag.image.png.encode;

import io.hangtag.image.RgbaImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes pictures as PNG of 8-bit RGBA. Stateless, safe from several threads. */
public final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_A_PIXEL = 4;
    /** Depth 8, colour type 6 (RGBA), and the only compression, filters and order that are not interlaced. */
    private static final byte[] FORM = {8, 6, 0, 0, 0};

    /** The picture as a whole file. */
    public byte[] encode(RgbaImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.width())
                        .putInt(image.height())
                        .put(FORM)
                        .array());
        chunk(png, "IDAT", compressed(image));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row after the number of its filter; Sub, the difference to the pixel before, suits smooth pictures. */
    private static byte[] compressed(RgbaImage image) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data, deflater)) {
            int stride = BYTES_A_PIXEL * image.width();
            byte[] row = new byte[1 + stride];
            row[0] = 1;
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < stride; x++) {
                    int before = x < BYTES_A_PIXEL ? 0 : image.samples()[y * stride + x - BYTES_A_PIXEL];
                    row[1 + x] = (byte) (image.samples()[y * stride + x] - before);
                }
                deflated.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return data.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array());
    }
}
