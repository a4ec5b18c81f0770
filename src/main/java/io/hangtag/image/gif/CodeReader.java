package io.hangtag.image.gif;

/**
 * Reads codes of varying width, least significant bit first, out of data sub-blocks (GIF89a, sections 15 and appendix F).
 * At the end of the data it gives {@link #NO_CODE}.
 */
final class CodeReader {
    static final int NO_CODE = -1;

    private final byte[] photo;
    private int position;
    private int blockEnd;
    private int bits;
    private int bitCount;

    /** @param offset where the first sub-block's size stands */
    CodeReader(byte[] photo, int offset) {
        this.photo = photo;
        this.position = offset;
        this.blockEnd = offset;
    }

    int next(int width) {
        while (bitCount < width) {
            if (position == blockEnd && !openBlock()) {
                return NO_CODE;
            }
            bits |= (photo[position++] & 0xFF) << bitCount;
            bitCount += 8;
        }
        int code = bits & (1 << width) - 1;
        bits >>>= width;
        bitCount -= width;
        return code;
    }

    /** Whether another sub-block with at least a byte begins here; one that the file cuts short ends with the file. */
    private boolean openBlock() {
        if (position >= photo.length) {
            return false;
        }
        int size = photo[position] & 0xFF;
        if (size == 0) {
            return false;
        }
        position++;
        blockEnd = Math.min(photo.length, position + size);
        return position < blockEnd;
    }
}
