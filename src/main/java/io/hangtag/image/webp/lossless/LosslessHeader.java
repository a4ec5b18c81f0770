package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * The beginning of a lossless picture (RFC 9649, section 3.4).
 *
 * @param width columns, 1 to 16384
 * @param height rows, 1 to 16384
 * @param usesAlpha whether alphas are to be looked at
 */
public record LosslessHeader(int width, int height, boolean usesAlpha) {
    /** Bytes of the header. */
    static final int BYTES = 5;

    private static final int SIGNATURE = 0x2F;

    /** Reads the header of the picture in {@code length} bytes from {@code offset} on. */
    public static LosslessHeader read(byte[] data, int offset, int length) {
        if (length < BYTES) {
            throw corrupt("have %d bytes, less than their header".formatted(length));
        }
        if (data[offset] != SIGNATURE) {
            throw corrupt("do not have their signature");
        }
        BitReader bits = new BitReader(data, offset + 1, offset + BYTES);
        int width = bits.read(14) + 1;
        int height = bits.read(14) + 1;
        boolean usesAlpha = bits.readFlag();
        int version = bits.read(3);
        if (version != 0) {
            throw corrupt("are of version %d instead of 0".formatted(version));
        }
        return new LosslessHeader(width, height, usesAlpha);
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE, "The WebP's lossless data " + what + "; export the photo again.");
    }
}
