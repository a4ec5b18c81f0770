package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * The IHDR chunk (PNG 11.2.1).
 *
 * @param width pixels a row, at least 1
 * @param height rows, at least 1
 * @param depth bits a sample
 * @param colorType what the samples mean
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngHeader(int width, int height, int depth, ColorType colorType, boolean interlaced) {
    private static final int LENGTH = 13;

    static PngHeader of(Chunk chunk) {
        chunk.requireIntact();
        if (chunk.length() != LENGTH) {
            throw corrupt("its header has %d bytes instead of 13".formatted(chunk.length()));
        }
        int width = chunk.int32(0);
        int height = chunk.int32(4);
        if (width < 1 || height < 1) {
            throw corrupt("it declares %d x %d pixels"
                    .formatted(Integer.toUnsignedLong(width), Integer.toUnsignedLong(height)));
        }
        int depth = chunk.uint8(8);
        int colorCode = chunk.uint8(9);
        ColorType colorType = ColorType.ofCode(colorCode)
                .filter(type -> type.allowsDepth(depth))
                .orElseThrow(() -> corrupt("colour type %d does not go with %d bits".formatted(colorCode, depth)));
        int compression = chunk.uint8(10);
        int filter = chunk.uint8(11);
        int interlace = chunk.uint8(12);
        if (compression != 0 || filter != 0 || interlace > 1) {
            throw corrupt("compression %d, filter %d, interlace %d are not defined"
                    .formatted(compression, filter, interlace));
        }
        return new PngHeader(width, height, depth, colorType, interlace == 1);
    }

    int bitsPerPixel() {
        return depth * colorType.channels();
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE, "The PNG's header is wrong: " + what + ". Export the photo again.");
    }
}
