package io.hangtag.image.gif;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * Reads a GIF up to its first picture's pixels. A frame that reaches beyond the logical screen enlarges it, as Pillow does:
 * such files exist, and since the frame is looked at here, the size that limits are checked against is the enlarged one.
 */
final class GifHeaderReader {
    private static final int SIGNATURE_BYTES = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int PLAIN_TEXT = 0x01;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int HAS_TABLE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int TABLE_SIZE = 0x07;
    private static final int NOT_TRANSPARENT = -1;

    private final GifReader reader;
    private int transparentIndex = NOT_TRANSPARENT;

    private GifHeaderReader(GifReader reader) {
        this.reader = reader;
    }

    static FirstFrame read(byte[] photo) {
        return new GifHeaderReader(new GifReader(photo)).read();
    }

    private FirstFrame read() {
        reader.skip(SIGNATURE_BYTES);
        int screenWidth = reader.uint16();
        int screenHeight = reader.uint16();
        int flags = reader.uint8();
        reader.skip(2);
        int[] globalColors =
                (flags & HAS_TABLE) != 0 ? ColorTable.read(reader, flags & TABLE_SIZE) : ColorTable.greys();
        while (true) {
            int introducer = reader.uint8();
            switch (introducer) {
                case IMAGE -> {
                    return frame(screenWidth, screenHeight, globalColors);
                }
                case EXTENSION -> readExtension();
                // Some writers leave a terminator too many between blocks.
                case 0 -> {}
                case TRAILER -> throw corrupt("has no picture before its end");
                default ->
                    throw corrupt("has a block of unknown kind 0x%02X at byte %d"
                            .formatted(introducer, reader.position() - 1));
            }
        }
    }

    /** GIF89a, sections 23 to 26. A graphic control belongs to the next picture or plain text only. */
    private void readExtension() {
        int label = reader.uint8();
        if (label == GRAPHIC_CONTROL) {
            int size = reader.uint8();
            if (size >= 4) {
                int flags = reader.uint8();
                reader.skip(2);
                int index = reader.uint8();
                transparentIndex = (flags & 1) != 0 ? index : NOT_TRANSPARENT;
                reader.skip(size - 4);
            } else {
                reader.skip(size);
                if (size == 0) {
                    return;
                }
            }
        } else if (label == PLAIN_TEXT) {
            transparentIndex = NOT_TRANSPARENT;
        }
        reader.skipSubBlocks();
    }

    /** GIF89a, sections 20 and 21. */
    private FirstFrame frame(int screenWidth, int screenHeight, int[] globalColors) {
        int left = reader.uint16();
        int top = reader.uint16();
        int width = reader.uint16();
        int height = reader.uint16();
        int flags = reader.uint8();
        int[] colors = (flags & HAS_TABLE) != 0 ? ColorTable.read(reader, flags & TABLE_SIZE) : globalColors;
        int wholeWidth = Math.max(screenWidth, left + width);
        int wholeHeight = Math.max(screenHeight, top + height);
        if (wholeWidth == 0 || wholeHeight == 0) {
            throw corrupt("declares %d x %d pixels".formatted(wholeWidth, wholeHeight));
        }
        return new FirstFrame(
                wholeWidth,
                wholeHeight,
                left,
                top,
                width,
                height,
                (flags & INTERLACED) != 0,
                transparentIndex,
                colors,
                reader.position());
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(ErrorCode.CORRUPT_IMAGE, "The GIF " + what + "; export the photo again.");
    }
}
