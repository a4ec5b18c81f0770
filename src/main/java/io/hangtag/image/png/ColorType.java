package io.hangtag.image.png;

import java.util.Arrays;
import java.util.Optional;

/** What the samples of a pixel mean (PNG 11.2.1, table 12). */
enum ColorType {
    GREYSCALE(0, 1, 1, 2, 4, 8, 16),
    TRUECOLOUR(2, 3, 8, 16),
    INDEXED(3, 1, 1, 2, 4, 8),
    GREYSCALE_ALPHA(4, 2, 8, 16),
    TRUECOLOUR_ALPHA(6, 4, 8, 16);

    private final int code;
    private final int channels;
    private final int[] depths;

    ColorType(int code, int channels, int... depths) {
        this.code = code;
        this.channels = channels;
        this.depths = depths;
    }

    static Optional<ColorType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findAny();
    }

    /** Samples a pixel. */
    int channels() {
        return channels;
    }

    boolean allowsDepth(int depth) {
        return Arrays.stream(depths).anyMatch(allowed -> allowed == depth);
    }
}
