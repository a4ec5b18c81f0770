package io.hangtag.fuzz;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Sets the checksums of a PNG's chunks right, which no change that is made at random does. */
final class PngChecksums {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G'};
    private static final int SIGNATURE_BYTES = 8;
    private static final int OVERHEAD = 12;

    private PngChecksums() {}

    static boolean isPng(byte[] photo) {
        return photo.length >= SIGNATURE_BYTES
                && Arrays.equals(photo, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** A copy with right checksums, as far as the lengths of its chunks make sense. */
    static byte[] setRight(byte[] png) {
        byte[] right = png.clone();
        int at = SIGNATURE_BYTES;
        while (at + OVERHEAD <= right.length) {
            long length = uint32(right, at);
            if (length > right.length - at - OVERHEAD) {
                break;
            }
            int end = at + 8 + (int) length;
            CRC32 checksum = new CRC32();
            checksum.update(right, at + 4, end - at - 4);
            for (int i = 0; i < 4; i++) {
                right[end + i] = (byte) (checksum.getValue() >> 24 - 8 * i);
            }
            at = end + 4;
        }
        return right;
    }

    private static long uint32(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
