package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** The colours that samples of up to 8 bits stand for, as {@code 0xAARRGGBB}. */
final class ColorTable {
    private static final int OPAQUE = 0xFF000000;
    private static final int MAX_ENTRIES = 256;

    private ColorTable() {}

    /**
     * The palette (PNG 11.2.2) with its alphas (11.3.1.1). Indexes beyond it are an error that the specification lets a
     * decoder repair; they are opaque black, as in libpng.
     */
    static int[] ofPalette(PngFile file) {
        Chunk palette = file.palette()
                .orElseThrow(() -> new HangtagException(
                        ErrorCode.CORRUPT_IMAGE, "The PNG needs a palette and has none; export the photo again."));
        int entries = palette.length() / 3;
        if (entries == 0 || entries > MAX_ENTRIES || palette.length() % 3 != 0) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The PNG's palette has %d bytes instead of 3 for each of up to 256 colours; export the photo again."
                            .formatted(palette.length()));
        }
        int[] colors = new int[MAX_ENTRIES];
        for (int i = 0; i < MAX_ENTRIES; i++) {
            int rgb = i < entries ? palette.uint16(3 * i) << 8 | palette.uint8(3 * i + 2) : 0;
            colors[i] = OPAQUE | rgb;
        }
        file.transparency().ifPresent(alphas -> {
            for (int i = 0; i < Math.min(alphas.length(), entries); i++) {
                colors[i] = colors[i] & ~OPAQUE | alphas.uint8(i) << 24;
            }
        });
        return colors;
    }

    /** Greys spread evenly from black to white (PNG 13.12), the one that tRNS names transparent. */
    static int[] ofGreys(PngFile file) {
        int white = (1 << file.header().depth()) - 1;
        int[] colors = new int[white + 1];
        for (int i = 0; i <= white; i++) {
            colors[i] = OPAQUE | i * 255 / white * 0x010101;
        }
        TransparentColor transparent = TransparentColor.of(file);
        if (transparent.isPresent()) {
            // Only as many low bits as a sample has count (PNG 11.3.1.1).
            colors[transparent.red() & white] &= ~OPAQUE;
        }
        return colors;
    }
}
