package io.hangtag.image;

/**
 * Where an upright photo lies in its letterbox; the integer rules of {@code docs/model-package.md}, which Python follows
 * too.
 *
 * @param width of the resized photo
 * @param height of the resized photo
 * @param left columns of padding before it
 * @param top rows of padding above it
 */
public record LetterboxGeometry(int width, int height, int left, int top) {
    /** The place of a photo of that size in a square of that side. */
    public static LetterboxGeometry of(int uprightWidth, int uprightHeight, int size) {
        long longSide = Math.max(uprightWidth, uprightHeight);
        int width = fit(uprightWidth, longSide, size);
        int height = fit(uprightHeight, longSide, size);
        return new LetterboxGeometry(width, height, (size - width) / 2, (size - height) / 2);
    }

    private static int fit(int side, long longSide, int size) {
        return (int) Math.max(1, (2L * side * size + longSide) / (2 * longSide));
    }

    /** How much smaller the photo may be decoded and still cover its place in the letterbox: 8, 4, 2 or 1. */
    int reduction(int uprightWidth, int uprightHeight) {
        int spare = Math.min(uprightWidth / width, uprightHeight / height);
        return spare >= 8 ? 8 : spare >= 4 ? 4 : spare >= 2 ? 2 : 1;
    }
}
