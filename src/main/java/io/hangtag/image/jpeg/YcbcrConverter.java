package io.hangtag.image.jpeg;

/** Luma and two colour differences to RGB (T.871 section 7), in 16-bit fixed point. */
final class YcbcrConverter implements ColorConverter {
    private static final int FRACTION_BITS = 16;
    private static final int HALF = 1 << FRACTION_BITS - 1;
    private static final int RED_OF_CR = 91881; // 1.402
    private static final int GREEN_OF_CB = 22554; // 0.34414
    private static final int GREEN_OF_CR = 46802; // 0.71414
    private static final int BLUE_OF_CB = 116130; // 1.772
    private static final int NEUTRAL = 128;

    @Override
    public void convert(byte[][] rows, int[] offsets, int width, byte[] pixels, int at) {
        byte[] lumaRow = rows[0];
        byte[] cbRow = rows[1];
        byte[] crRow = rows[2];
        int lumaAt = offsets[0];
        int cbAt = offsets[1];
        int crAt = offsets[2];
        int to = at;
        for (int x = 0; x < width; x++) {
            int luma = lumaRow[lumaAt + x] & 0xff;
            int cb = (cbRow[cbAt + x] & 0xff) - NEUTRAL;
            int cr = (crRow[crAt + x] & 0xff) - NEUTRAL;
            pixels[to] = Levels.clamp(luma + (RED_OF_CR * cr + HALF >> FRACTION_BITS));
            pixels[to + 1] = Levels.clamp(luma + (HALF - GREEN_OF_CB * cb - GREEN_OF_CR * cr >> FRACTION_BITS));
            pixels[to + 2] = Levels.clamp(luma + (BLUE_OF_CB * cb + HALF >> FRACTION_BITS));
            to += 3;
        }
    }
}
