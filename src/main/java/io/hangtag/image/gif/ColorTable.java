package io.hangtag.image.gif;

/** What colours the indexes of a picture stand for, as {@code 0xRRGGBB}. */
final class ColorTable {
    private static final int MAX_ENTRIES = 256;

    private ColorTable() {}

    /**
     * Reads a global or local table (GIF89a, sections 19 and 21). Indexes beyond it are black.
     *
     * @param sizeField the three bits that give its size
     */
    static int[] read(GifReader reader, int sizeField) {
        int[] colors = new int[MAX_ENTRIES];
        int entries = 2 << sizeField;
        for (int i = 0; i < entries; i++) {
            colors[i] = reader.uint8() << 16 | reader.uint8() << 8 | reader.uint8();
        }
        return colors;
    }

    /** For a file with no table at all, which may have any (GIF89a, section 18): greys, as Pillow shows it. */
    static int[] greys() {
        int[] colors = new int[MAX_ENTRIES];
        for (int i = 0; i < MAX_ENTRIES; i++) {
            colors[i] = i * 0x010101;
        }
        return colors;
    }
}
