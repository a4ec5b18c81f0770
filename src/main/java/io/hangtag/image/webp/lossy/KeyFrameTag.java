package io.hangtag.image.webp.lossy;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * The uncompressed beginning of a key frame (RFC 6386, section 9.1). The scaling it may ask for is a hint for players and
 * ignored by all readers of WebP.
 *
 * @param width columns, 1 to 16383
 * @param height rows, 1 to 16383
 * @param firstPartitionBytes bytes of the partition that follows the tag
 */
public record KeyFrameTag(int width, int height, int firstPartitionBytes) {
    /** Bytes of the tag. */
    static final int BYTES = 10;

    private static final int START_CODE = 0x2A019D;
    private static final int MAX_VERSION = 3;
    private static final int SIZE_MASK = 0x3FFF;

    /** Reads the tag of the frame in {@code length} bytes from {@code offset} on. */
    public static KeyFrameTag read(byte[] data, int offset, int length) {
        if (length < BYTES) {
            throw corrupt("has %d bytes, less than its header".formatted(length));
        }
        int tag = uint24(data, offset);
        if ((tag & 1) != 0) {
            throw corrupt("does not begin with a key frame");
        }
        if ((tag >> 1 & 7) > MAX_VERSION) {
            throw corrupt("is of version %d of 0 to 3".formatted(tag >> 1 & 7));
        }
        if ((tag >> 4 & 1) == 0) {
            throw corrupt("holds a frame that is not to be shown");
        }
        if (uint24(data, offset + 3) != START_CODE) {
            throw corrupt("does not have the start code");
        }
        int width = uint16(data, offset + 6) & SIZE_MASK;
        int height = uint16(data, offset + 8) & SIZE_MASK;
        if (width == 0 || height == 0) {
            throw corrupt("declares %d x %d pixels".formatted(width, height));
        }
        return new KeyFrameTag(width, height, tag >> 5);
    }

    static int uint24(byte[] data, int offset) {
        return uint16(data, offset) | (data[offset + 2] & 0xFF) << 16;
    }

    private static int uint16(byte[] data, int offset) {
        return data[offset] & 0xFF | (data[offset + 1] & 0xFF) << 8;
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE, "The WebP's VP8 data " + what + "; export the photo again.");
    }
}
