package io.hangtag.image;

/**
 * Decoded pixels: 8-bit RGB, interleaved, row after row from the top, no padding. The array is owned by whoever holds the
 * record; it is not copied.
 *
 * @param width pixels a row
 * @param height rows
 * @param samples {@code 3 * width * height} bytes, each an unsigned level
 */
public record RgbImage(int width, int height, byte[] samples) {
    public RgbImage {
        if (width < 1 || height < 1 || samples.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "%d x %d RGB pixels do not fit %d samples".formatted(width, height, samples.length));
        }
    }

    /** A new picture, all in one colour. */
    public static RgbImage filled(int width, int height, RgbColor color) {
        byte[] samples = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        for (int i = 0; i < samples.length; i += 3) {
            samples[i] = (byte) color.red();
            samples[i + 1] = (byte) color.green();
            samples[i + 2] = (byte) color.blue();
        }
        return new RgbImage(width, height, samples);
    }
}
