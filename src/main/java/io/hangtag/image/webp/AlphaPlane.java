package io.hangtag.image.webp;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.webp.lossless.LosslessDecoder;

/** Decodes the alpha plane that a lossy picture may have (RFC 9649, section 2.7.1.2). */
final class AlphaPlane {
    private static final int HEADER_BYTES = 1;
    private static final int RAW = 0;
    private static final int LOSSLESS = 1;

    private AlphaPlane() {}

    /** A level for each pixel of the picture, row after row. */
    static byte[] decode(Chunk chunk, int width, int height) {
        if (chunk.length() <= HEADER_BYTES) {
            throw corrupt("is empty; upload the whole file again");
        }
        int flags = chunk.uint8(0);
        byte[] levels = switch (flags & 3) {
            case RAW -> raw(chunk, width * height);
            case LOSSLESS -> lossless(chunk, width, height);
            default ->
                throw corrupt("is compressed by the unknown method %d; export the photo again".formatted(flags & 3));
        };
        AlphaFilter.of(flags >> 2 & 3).undo(levels, width, height);
        return levels;
    }

    private static byte[] raw(Chunk chunk, int pixels) {
        int there = chunk.length() - HEADER_BYTES;
        if (there < pixels) {
            throw corrupt("has only %d of its %d levels; upload the whole file again".formatted(there, pixels));
        }
        byte[] levels = new byte[pixels];
        System.arraycopy(chunk.photo(), chunk.offset() + HEADER_BYTES, levels, 0, pixels);
        return levels;
    }

    /** The levels are in the green channel. */
    private static byte[] lossless(Chunk chunk, int width, int height) {
        int[] pixels = LosslessDecoder.decodeWithoutHeader(
                chunk.photo(), chunk.offset() + HEADER_BYTES, chunk.length() - HEADER_BYTES, width, height);
        byte[] levels = new byte[pixels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (pixels[i] >> 8);
        }
        return levels;
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(ErrorCode.CORRUPT_IMAGE, "The WebP's alpha plane " + what + ".");
    }
}
