package io.hangtag.image;

/**
 * An opaque colour.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 */
public record RgbColor(int red, int green, int blue) {
    public static final RgbColor WHITE = new RgbColor(255, 255, 255);

    public RgbColor {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException(
                    "Colour channels are 0..255, not %d, %d, %d".formatted(red, green, blue));
        }
    }
}
