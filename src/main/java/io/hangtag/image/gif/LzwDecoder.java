package io.hangtag.image.gif;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * Variable-length-code LZW (GIF89a, appendix F).
 *
 * <p>Every string in the table has been written to the output when it entered the table, so the table just remembers where
 * and how long: a code is a copy within the output. The string that enters the table after a code is the one before it and
 * one more index, which is the very next one written; that also covers a code used in the moment it is defined.
 */
final class LzwDecoder {
    private static final int MAX_WIDTH = 12;
    private static final int MAX_CODES = 1 << MAX_WIDTH;

    private final int clearCode;
    private final CodeReader codes;
    private final byte[] output;
    private final int[] start = new int[MAX_CODES];
    private final int[] length = new int[MAX_CODES];
    private int written;

    /**
     * @param minimumCodeSize bits of an index, 1 to 8; the specification's least is 2, some encoders use 1
     * @param codes the codes after it
     * @param output room for all indexes of the frame
     */
    LzwDecoder(int minimumCodeSize, CodeReader codes, byte[] output) {
        if (minimumCodeSize < 1 || minimumCodeSize > 8) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The GIF declares indexes of %d bits instead of 1 to 8; export the photo again."
                            .formatted(minimumCodeSize));
        }
        this.clearCode = 1 << minimumCodeSize;
        this.codes = codes;
        this.output = output;
    }

    /**
     * Decodes until the output is full, the codes end or the end code comes.
     *
     * @return how many indexes there were
     */
    int decode() {
        int firstWidth = Integer.numberOfTrailingZeros(clearCode) + 1;
        int endCode = clearCode + 1;
        int width = firstWidth;
        int defined = endCode + 1;
        while (written < output.length) {
            int code = codes.next(width);
            if (code == CodeReader.NO_CODE || code == endCode) {
                break;
            }
            if (code == clearCode) {
                width = firstWidth;
                defined = endCode + 1;
                continue;
            }
            if (code >= defined) {
                throw undefined();
            }
            int begin = written;
            if (code < clearCode) {
                output[written++] = (byte) code;
            } else {
                copy(start[code], length[code]);
            }
            // A full table stays as it is until the encoder clears it, which it may put off as long as it likes.
            if (defined < MAX_CODES) {
                start[defined] = begin;
                length[defined] = written - begin + 1;
                defined++;
            }
            // The encoder is one entry behind, since it knows the index that ends the newest only with the next code.
            if (defined > 1 << width && width < MAX_WIDTH) {
                width++;
            }
        }
        return written;
    }

    private HangtagException undefined() {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE,
                "The GIF's pixels use a code that is not defined yet, after %d of %d; upload the file again."
                        .formatted(written, output.length));
    }

    private void copy(int from, int count) {
        int last = Math.min(count, output.length - written);
        for (int i = 0; i < last; i++) {
            output[written++] = output[from + i];
        }
    }
}
