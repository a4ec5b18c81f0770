package io.hangtag.image;

/**
 * Colours to grey levels as {@code docs/model-package.md} has it, step 6. Equal channels stay as they are, so that a grey
 * picture is not changed. Stateless.
 */
final class GreyConverter {
    /** A border of this level or above is light ground. */
    private static final int LIGHT = 128;

    /** The picture in a tone; the same one where that is {@link Tone#COLOR}. */
    RgbImage convert(RgbImage image, Tone tone) {
        return switch (tone) {
            case COLOR -> image;
            case GREY -> grey(image);
            case GREY_ON_DARK -> onDarkGround(grey(image));
        };
    }

    /** What fills the square around a picture in that tone. */
    RgbColor pad(RgbColor pad, Tone tone) {
        return switch (tone) {
            case COLOR, GREY -> pad;
            case GREY_ON_DARK -> new RgbColor(255 - pad.red(), 255 - pad.green(), 255 - pad.blue());
        };
    }

    private static RgbImage grey(RgbImage image) {
        byte[] source = image.samples();
        byte[] target = new byte[source.length];
        for (int i = 0; i < source.length; i += 3) {
            byte level = (byte) luma(source[i] & 0xff, source[i + 1] & 0xff, source[i + 2] & 0xff);
            target[i] = level;
            target[i + 1] = level;
            target[i + 2] = level;
        }
        return new RgbImage(image.width(), image.height(), target);
    }

    /** ITU-R BT.601 in 16-bit fixed point, rounded as Pillow's {@code convert("L")} rounds; the weights add up to 1. */
    private static int luma(int red, int green, int blue) {
        return (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
    }

    private static RgbImage onDarkGround(RgbImage grey) {
        if (borderLevel(grey) < LIGHT) {
            return grey;
        }
        byte[] target = new byte[grey.samples().length];
        for (int i = 0; i < target.length; i++) {
            target[i] = (byte) (255 - (grey.samples()[i] & 0xff));
        }
        return new RgbImage(grey.width(), grey.height(), target);
    }

    /** Lower median of the outermost pixels, each counted once. */
    private static int borderLevel(RgbImage grey) {
        int[] counts = new int[256];
        int pixels = 0;
        for (int y = 0; y < grey.height(); y++) {
            boolean whole = y == 0 || y == grey.height() - 1;
            int step = whole ? 1 : Math.max(1, grey.width() - 1);
            for (int x = 0; x < grey.width(); x += step) {
                counts[grey.samples()[3 * (y * grey.width() + x)] & 0xff]++;
                pixels++;
            }
        }
        int level = 0;
        for (int below = counts[0]; below <= (pixels - 1) / 2; below += counts[level]) {
            level++;
        }
        return level;
    }
}
