package io.hangtag.image.exif;

import io.hangtag.image.Orientation;

/**
 * An Exif block in a chunk of its own, as PNG and WebP hold it. Both specifications want the bare block; writers that
 * copied it out of a JPEG often left the prefix it has there, which is passed over.
 */
public final class ExifBlock {
    private static final byte[] JPEG_PREFIX = {'E', 'x', 'i', 'f', 0, 0};

    private ExifBlock() {}

    /** Reads the orientation of the block in {@code length} bytes of {@code data} from {@code offset} on. */
    public static Orientation orientation(byte[] data, int offset, int length) {
        int skipped = hasPrefix(data, offset, length) ? JPEG_PREFIX.length : 0;
        return ExifOrientation.read(data, offset + skipped, length - skipped);
    }

    private static boolean hasPrefix(byte[] data, int offset, int length) {
        if (length < JPEG_PREFIX.length || offset > data.length - JPEG_PREFIX.length) {
            return false;
        }
        for (int i = 0; i < JPEG_PREFIX.length; i++) {
            if (data[offset + i] != JPEG_PREFIX[i]) {
                return false;
            }
        }
        return true;
    }
}
