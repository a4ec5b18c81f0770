package io.hangtag.hostile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Exif blocks, good and broken, that leave the picture readable: their photos are all answered. */
final class ExifBlocks {
    private static final int ORIENTATION = 0x0112;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private ExifBlocks() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        for (int value = 1; value <= 8; value++) {
            blocks.put("big-endian-" + value, orientation(SHORT, 1, value));
            blocks.put("little-endian-" + value, littleEndian(value));
        }
        blocks.put("orientation-0", orientation(SHORT, 1, 0));
        blocks.put("orientation-9", orientation(SHORT, 1, 9));
        blocks.put("orientation-65535", orientation(SHORT, 1, 65535));
        blocks.put("orientation-twice", orientation(SHORT, 2, 6));
        blocks.put("orientation-none", orientation(SHORT, 0, 6));
        blocks.put("orientation-as-text", orientation(ASCII, 1, 6));
        blocks.put(
                "orientation-as-long",
                directory(8, 1)
                        .uint16(ORIENTATION)
                        .uint16(LONG)
                        .uint32(1)
                        .uint32(6)
                        .end());
        blocks.put("orientation-of-type-0", orientation(0, 1, 6));
        blocks.put("no-bytes", new byte[0]);
        blocks.put("one-byte", new byte[] {'M'});
        blocks.put(
                "no-byte-order",
                new ByteBuilder().add("XX").uint16(42).uint32(8).end());
        blocks.put(
                "mixed-byte-order",
                new ByteBuilder().add("IM").uint16(42).uint32(8).end());
        blocks.put(
                "not-42",
                new ByteBuilder().add("MM").uint16(43).uint32(8).uint16(0).end());
        blocks.put("directory-in-its-header", directory(0, 1).end());
        blocks.put("directory-at-its-own-offset", directory(4, 65535).end());
        blocks.put("directory-beyond-the-end", directory(0x7FFF_FFFFL, 1).end());
        blocks.put("directory-far-beyond-the-end", directory(0xFFFF_FFFFL, 1).end());
        blocks.put("more-entries-than-bytes", directory(8, 65535).end());
        blocks.put(
                "entries-end-within-one",
                directory(8, 1).uint16(ORIENTATION).uint16(SHORT).end());
        // The next directory is the first again, and so is the directory that its entry points to.
        blocks.put(
                "directories-in-a-loop",
                directory(8, 1)
                        .uint16(0x8769)
                        .uint16(LONG)
                        .uint32(1)
                        .uint32(8)
                        .uint32(8)
                        .end());
        blocks.put(
                "thousands-of-entries",
                directory(8, 5000).repeat(5000 * 12, 0x01).uint32(8).end());
        return blocks;
    }

    /** A block whose only entry is an orientation, the higher byte first. */
    static byte[] orientation(int type, int count, int value) {
        return directory(8, 1)
                .uint16(ORIENTATION)
                .uint16(type)
                .uint32(count)
                .uint16(value)
                .uint16(0)
                .uint32(0)
                .end();
    }

    private static ByteBuilder directory(long offset, int entries) {
        return new ByteBuilder().add("MM").uint16(42).uint32(offset).uint16(entries);
    }

    private static byte[] littleEndian(int value) {
        return new ByteBuilder()
                .add("II")
                .add(42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, SHORT, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0)
                .end();
    }
}
