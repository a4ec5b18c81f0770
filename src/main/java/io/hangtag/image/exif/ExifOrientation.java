package io.hangtag.image.exif;

import io.hangtag.image.Orientation;

/**
 * Finds the {@code Orientation} tag in an Exif block, which is a small TIFF file: byte order, the number 42, the offset of
 * the first directory (TIFF 6.0 section 2; Exif 2.32 section 4.6.4). Cameras and editors write broken blocks often, and a
 * photo shown on its side is better than none: whatever cannot be read means upright, never an error.
 */
public final class ExifOrientation {
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;

    private final byte[] data;
    private final int start;
    private final int end;
    private final boolean littleEndian;

    private ExifOrientation(byte[] data, int start, int end, boolean littleEndian) {
        this.data = data;
        this.start = start;
        this.end = end;
        this.littleEndian = littleEndian;
    }

    /**
     * Reads the orientation of the block that begins with {@code II} or {@code MM}.
     *
     * @param data what holds the block
     * @param offset where the block begins; for JPEG, after {@code Exif\0\0}
     * @param length bytes of the block; more than {@code data} holds is read as far as it goes
     */
    public static Orientation read(byte[] data, int offset, int length) {
        int end = (int) Math.min(data.length, (long) offset + length);
        if (offset < 0 || end - offset < 8 || data[offset] != data[offset + 1]) {
            return Orientation.UPRIGHT;
        }
        return switch (data[offset]) {
            case 'I' -> new ExifOrientation(data, offset, end, true).find();
            case 'M' -> new ExifOrientation(data, offset, end, false).find();
            default -> Orientation.UPRIGHT;
        };
    }

    private Orientation find() {
        long directory = unsignedInt(start + 4);
        if (unsignedShort(start + 2) != 42 || directory + 2 > end - start) {
            return Orientation.UPRIGHT;
        }
        int entry = start + (int) directory + 2;
        for (int left = unsignedShort(entry - 2); left > 0 && entry + ENTRY_BYTES <= end; left--) {
            if (unsignedShort(entry) == ORIENTATION_TAG) {
                return valueOf(entry);
            }
            entry += ENTRY_BYTES;
        }
        return Orientation.UPRIGHT;
    }

    /** The tag is a single SHORT, left-aligned in its four value bytes; some editors write a LONG. */
    private Orientation valueOf(int entry) {
        if (unsignedInt(entry + 4) != 1) {
            return Orientation.UPRIGHT;
        }
        return switch (unsignedShort(entry + 2)) {
            case SHORT -> Orientation.ofExif(unsignedShort(entry + 8));
            case LONG -> Orientation.ofExif((int) Math.min(unsignedInt(entry + 8), Integer.MAX_VALUE));
            default -> Orientation.UPRIGHT;
        };
    }

    private int unsignedShort(int at) {
        int first = data[at] & 0xff;
        int second = data[at + 1] & 0xff;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    private long unsignedInt(int at) {
        long first = unsignedShort(at);
        long second = unsignedShort(at + 2);
        return littleEndian ? second << 16 | first : first << 16 | second;
    }
}
