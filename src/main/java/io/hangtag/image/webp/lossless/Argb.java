package io.hangtag.image.webp.lossless;

/** Arithmetic on the four channels of a pixel at once, each on its own (RFC 9649, section 3.5.1). */
final class Argb {
    static final int BLACK = 0xFF000000;

    private static final int ALPHA_GREEN = 0xFF00FF00;
    private static final int RED_BLUE = 0x00FF00FF;

    private Argb() {}

    /** The sum of each channel, modulo 256. */
    static int add(int one, int other) {
        int alphaGreen = (one & ALPHA_GREEN) + (other & ALPHA_GREEN) & ALPHA_GREEN;
        int redBlue = (one & RED_BLUE) + (other & RED_BLUE) & RED_BLUE;
        return alphaGreen | redBlue;
    }

    /** The mean of each channel, rounded down: the bits in common, and half of those that are not. */
    static int average(int one, int other) {
        return (one & other) + (((one ^ other) & 0xFEFEFEFE) >>> 1);
    }

    /** How far two pixels are apart, over all channels. */
    static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            distance += Math.abs(channel(one, shift) - channel(other, shift));
        }
        return distance;
    }

    /** In each channel {@code one + other − corner}, kept within 0 to 255. */
    static int gradient(int one, int other, int corner) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            result |= clamp(channel(one, shift) + channel(other, shift) - channel(corner, shift)) << shift;
        }
        return result;
    }

    /** In each channel {@code base} and half of what it is more than {@code corner}, kept within 0 to 255. */
    static int halfGradient(int base, int corner) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int level = channel(base, shift);
            // The division rounds towards zero, as in C.
            result |= clamp(level + (level - channel(corner, shift)) / 2) << shift;
        }
        return result;
    }

    private static int channel(int argb, int shift) {
        return argb >>> shift & 0xFF;
    }

    private static int clamp(int level) {
        return level < 0 ? 0 : Math.min(level, 255);
    }
}
