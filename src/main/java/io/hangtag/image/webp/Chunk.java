package io.hangtag.image.webp;

/**
 * One chunk of a RIFF file (RFC 9649, section 2.3).
 *
 * @param photo the whole file
 * @param type the four characters
 * @param offset where its data begin in the file
 * @param length how many bytes of data are there: fewer than declared where the file was cut short
 */
record Chunk(byte[] photo, String type, int offset, int length) {
    int uint8(int index) {
        return photo[offset + index] & 0xFF;
    }

    int uint24(int index) {
        return uint8(index) | uint8(index + 1) << 8 | uint8(index + 2) << 16;
    }

    /** The chunks within this one, after so many bytes. */
    ChunkReader chunksAfter(int bytes) {
        return new ChunkReader(photo, offset + bytes, offset + length);
    }
}
