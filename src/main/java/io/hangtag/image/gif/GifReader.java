package io.hangtag.image.gif;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** Reads a GIF's bytes in order; asking for more than there are refuses the file. */
final class GifReader {
    private final byte[] photo;
    private int position;

    GifReader(byte[] photo) {
        this.photo = photo;
    }

    int position() {
        return position;
    }

    int uint8() {
        if (position == photo.length) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The GIF ends after %d bytes, before its first picture does; upload the whole file again."
                            .formatted(photo.length));
        }
        return photo[position++] & 0xFF;
    }

    /** Least significant byte first (GIF89a, section 4). */
    int uint16() {
        return uint8() | uint8() << 8;
    }

    void skip(int bytes) {
        if (bytes > photo.length - position) {
            position = photo.length;
            uint8();
        }
        position += bytes;
    }

    /** Passes over data sub-blocks up to and including their terminator (GIF89a, sections 15 and 16). */
    void skipSubBlocks() {
        for (int size = uint8(); size > 0; size = uint8()) {
            skip(size);
        }
    }
}
