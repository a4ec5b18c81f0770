package io.hangtag.image;

/**
 * Pixels with transparency: 8-bit RGBA, interleaved, row after row from the top, no padding; colours are not multiplied by
 * their opacity. The array is owned by whoever holds the record; it is not copied.
 *
 * @param width pixels a row
 * @param height rows
 * @param samples {@code 4 * width * height} bytes, each an unsigned level; opacity 0 is transparent
 */
public record RgbaImage(int width, int height, byte[] samples) {
    public RgbaImage {
        if (width < 1 || height < 1 || samples.length != 4L * width * height) {
            throw new IllegalArgumentException(
                    "%d x %d RGBA pixels do not fit %d samples".formatted(width, height, samples.length));
        }
    }
}
