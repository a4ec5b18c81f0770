package io.hangtag.image;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/**
 * The picture a decoder is painting. It begins as a sheet in the background colour, and translucent pixels are blended
 * over that colour, rounded as Pillow's {@code Image.paste} with a mask rounds, so that the model sees the pixels it was
 * trained on. Pixels are numbered row after row from the top left: {@code y * width + x}.
 */
public final class Canvas {
    /** What a Java array can hold, less the room some virtual machines need for its header. */
    private static final long MAX_SAMPLES = Integer.MAX_VALUE - 8L;

    private final int width;
    private final int height;
    private final RgbColor background;
    private final byte[] samples;

    private Canvas(int width, int height, RgbColor background) {
        this.width = width;
        this.height = height;
        this.background = background;
        this.samples = RgbImage.filled(width, height, background).samples();
    }

    /** A sheet in the background colour. */
    public static Canvas of(int width, int height, RgbColor background) {
        if (3L * width * height > MAX_SAMPLES) {
            throw new HangtagException(
                    ErrorCode.TOO_MANY_PIXELS,
                    "The photo declares %d x %d pixels, more than can be held; make it smaller."
                            .formatted(width, height));
        }
        return new Canvas(width, height, background);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The colour that {@code level} of 0..255 with coverage {@code alpha} of 0..255 gets over {@code behind}. */
    public static int blend(int level, int behind, int alpha) {
        int scaled = level * alpha + behind * (255 - alpha) + 128;
        return ((scaled >> 8) + scaled) >> 8;
    }

    /** Sets an opaque pixel. */
    public void put(int pixel, int red, int green, int blue) {
        int sample = 3 * pixel;
        samples[sample] = (byte) red;
        samples[sample + 1] = (byte) green;
        samples[sample + 2] = (byte) blue;
    }

    /** Sets an opaque pixel from {@code 0xRRGGBB}; the bits above are ignored. */
    public void put(int pixel, int rgb) {
        put(pixel, rgb >> 16, rgb >> 8, rgb);
    }

    /** Sets a pixel blended over the background. */
    public void put(int pixel, int red, int green, int blue, int alpha) {
        put(
                pixel,
                blend(red, background.red(), alpha),
                blend(green, background.green(), alpha),
                blend(blue, background.blue(), alpha));
    }

    /** The picture. What is painted afterwards still shows in it. */
    public RgbImage image() {
        return new RgbImage(width, height, samples);
    }
}
