package io.hangtag.image.jpeg;

/**
 * A marker and the bytes that belong to it, without their length field (T.81 B.1.1.4).
 *
 * @param marker the marker's second byte
 * @param file the whole file
 * @param start index of the first parameter byte
 * @param end index after the last parameter byte
 */
record Segment(int marker, byte[] file, int start, int end) {
    int length() {
        return end - start;
    }

    int unsignedByte(int index) {
        if (start + index >= end) {
            throw JpegFaults.corrupt("A segment of this JPEG (marker FF%02X) is too short".formatted(marker));
        }
        return file[start + index] & 0xff;
    }

    int unsignedShort(int index) {
        return unsignedByte(index) << 8 | unsignedByte(index + 1);
    }

    boolean startsWith(String ascii) {
        if (length() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (file[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
