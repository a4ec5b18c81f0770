package io.hangtag.image.webp.lossless;

import java.util.Arrays;

/**
 * Pixels were replaced by indexes into a table, and where these are small, several by one (RFC 9649, section 3.5.4).
 *
 * @param width of the picture
 * @param height of the picture
 * @param bundleBits the binary logarithm of how many indexes share a pixel: 0 to 3
 * @param colors one for every index that a bundle can hold; those beyond the table are transparent
 */
record PaletteTransform(int width, int height, int bundleBits, int[] colors) implements Transform {
    private static final int LEVEL_BITS = 8;

    /** @param differences the table as stored, each colour less the one before */
    static PaletteTransform of(int width, int height, int[] differences) {
        int size = differences.length;
        int bundleBits = size <= 2 ? 3 : size <= 4 ? 2 : size <= 16 ? 1 : 0;
        int[] colors = Arrays.copyOf(differences, 1 << (LEVEL_BITS >> bundleBits));
        for (int i = 1; i < size; i++) {
            colors[i] = Argb.add(colors[i], colors[i - 1]);
        }
        return new PaletteTransform(width, height, bundleBits, colors);
    }

    /** Columns of the picture of bundles. */
    int bundledWidth() {
        return BlockImage.blocks(width, bundleBits);
    }

    @Override
    public int[] undo(int[] bundled) {
        int[] pixels = bundleBits == 0 ? bundled : new int[width * height];
        int indexBits = LEVEL_BITS >> bundleBits;
        int bundleMask = (1 << bundleBits) - 1;
        int indexMask = (1 << indexBits) - 1;
        int bundledWidth = bundledWidth();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int bundle = bundled[y * bundledWidth + (x >> bundleBits)] >> 8 & 0xFF;
                pixels[y * width + x] = colors[bundle >> (x & bundleMask) * indexBits & indexMask];
            }
        }
        return pixels;
    }
}
