package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.zip.CRC32;

/**
 * One chunk in the file's bytes (PNG 5.3).
 *
 * @param photo the whole file
 * @param type the four letters
 * @param offset where the chunk's data begin in the file
 * @param length how many bytes of data are there: fewer than declared where the file was cut short
 * @param cut whether the file ends before the chunk does
 */
record Chunk(byte[] photo, String type, int offset, int length, boolean cut) {
    private static final int TYPE_BYTES = 4;

    /** Whether a reader that does not know this chunk cannot show the picture: its first letter is a capital. */
    boolean isCritical() {
        return Character.isUpperCase(type.charAt(0));
    }

    /** Whether the chunk is all there and its checksum agrees. */
    boolean isIntact() {
        if (cut) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(photo, offset - TYPE_BYTES, TYPE_BYTES + length);
        return checksum.getValue() == (int32(length) & 0xFFFF_FFFFL);
    }

    /** Refuses the file unless the chunk is all there and its checksum agrees. */
    Chunk requireIntact() {
        if (cut) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The PNG ends within its %s chunk after %d bytes; upload the whole file again."
                            .formatted(type, photo.length));
        }
        if (!isIntact()) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The checksum of the PNG's %s chunk at byte %d is wrong; upload the file again."
                            .formatted(type, offset));
        }
        return this;
    }

    int uint8(int index) {
        return photo[offset + index] & 0xFF;
    }

    int uint16(int index) {
        return uint8(index) << 8 | uint8(index + 1);
    }

    int int32(int index) {
        return uint16(index) << 16 | uint16(index + 2);
    }
}
