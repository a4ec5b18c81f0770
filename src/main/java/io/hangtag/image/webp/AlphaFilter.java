package io.hangtag.image.webp;

/** How the levels of an alpha plane were replaced by differences (RFC 9649, section 2.7.1.2). */
enum AlphaFilter {
    NONE,
    HORIZONTAL,
    VERTICAL,
    GRADIENT;

    private static final AlphaFilter[] BY_NUMBER = values();

    static AlphaFilter of(int number) {
        return BY_NUMBER[number];
    }

    /** Restores the levels in place. At the borders the filters that lack a neighbour use the one that there is. */
    void undo(byte[] levels, int width, int height) {
        if (this == NONE) {
            return;
        }
        for (int x = 1; x < width; x++) {
            levels[x] += levels[x - 1];
        }
        for (int y = 1; y < height; y++) {
            int row = y * width;
            levels[row] += levels[row - width];
            for (int at = row + 1; at < row + width; at++) {
                levels[at] += (byte) predict(levels, at, width);
            }
        }
    }

    private int predict(byte[] levels, int at, int width) {
        return switch (this) {
            case NONE -> 0;
            case HORIZONTAL -> levels[at - 1];
            case VERTICAL -> levels[at - width];
            case GRADIENT -> {
                int sum = (levels[at - 1] & 0xFF) + (levels[at - width] & 0xFF) - (levels[at - width - 1] & 0xFF);
                yield sum < 0 ? 0 : Math.min(sum, 255);
            }
        };
    }
}
