package io.hangtag.image.webp.lossy;

import io.hangtag.image.Canvas;

/**
 * Turns a frame into RGB as libwebp does. Chroma is enlarged with the weights 9, 3, 3, 1 of the four nearest samples, in
 * two steps that each round down; the matrix is that of ITU-R BT.601 for luma of 16 to 235 (RFC 6386, section 9.2), in
 * fixed point with 14 bits, of which 8 are dropped in the products.
 */
public final class RgbConverter {
    private static final int LUMA = 19077;
    private static final int RED_FROM_RED_CHROMA = 26149;
    private static final int GREEN_FROM_BLUE_CHROMA = 6419;
    private static final int GREEN_FROM_RED_CHROMA = 13320;
    private static final int BLUE_FROM_BLUE_CHROMA = 33050;
    private static final int RED_OFFSET = -14234;
    private static final int GREEN_OFFSET = 8708;
    private static final int BLUE_OFFSET = -17685;
    private static final int OPAQUE = 255;

    private final YuvFrame frame;
    private final int[] blueChroma;
    private final int[] redChroma;

    public RgbConverter(YuvFrame frame) {
        this.frame = frame;
        this.blueChroma = new int[frame.width()];
        this.redChroma = new int[frame.width()];
    }

    /**
     * Paints the whole frame.
     *
     * @param left the canvas column of its first column
     * @param top the canvas row of its first row
     * @param alpha a level for each of its pixels, row after row; empty if it is opaque
     */
    public void paint(Canvas canvas, int left, int top, byte[] alpha) {
        Plane luma = frame.luma();
        for (int y = 0; y < frame.height(); y++) {
            enlarge(frame.blueChroma(), y, blueChroma);
            enlarge(frame.redChroma(), y, redChroma);
            int from = luma.at(0, y);
            int pixel = (top + y) * canvas.width() + left;
            for (int x = 0; x < frame.width(); x++) {
                int opacity = alpha.length == 0 ? OPAQUE : alpha[y * frame.width() + x] & 0xFF;
                put(canvas, pixel + x, luma.samples()[from + x] & 0xFF, blueChroma[x], redChroma[x], opacity);
            }
        }
    }

    private static void put(Canvas canvas, int pixel, int luma, int blueChroma, int redChroma, int alpha) {
        int grey = scaled(luma, LUMA);
        int red = level(grey + scaled(redChroma, RED_FROM_RED_CHROMA) + RED_OFFSET);
        int green = level(grey
                - scaled(blueChroma, GREEN_FROM_BLUE_CHROMA)
                - scaled(redChroma, GREEN_FROM_RED_CHROMA)
                + GREEN_OFFSET);
        int blue = level(grey + scaled(blueChroma, BLUE_FROM_BLUE_CHROMA) + BLUE_OFFSET);
        if (alpha == OPAQUE) {
            canvas.put(pixel, red, green, blue);
        } else {
            canvas.put(pixel, red, green, blue, alpha);
        }
    }

    private static int scaled(int level, int factor) {
        return level * factor >> 8;
    }

    private static int level(int fixedPoint) {
        return Plane.clamp(fixedPoint >> 6);
    }

    /** One row of a chroma plane at the width of luma. Beyond the first and last row these stand for their neighbours. */
    private void enlarge(Plane plane, int y, int[] target) {
        int rows = (frame.height() + 1) / 2;
        int nearRow = y / 2;
        int farRow = Math.max(0, Math.min(rows - 1, (y & 1) == 0 ? nearRow - 1 : nearRow + 1));
        byte[] samples = plane.samples();
        int near = plane.at(0, nearRow);
        int far = plane.at(0, farRow);
        int width = frame.width();
        int last = (width - 1) / 2;
        target[0] = ofTwo(samples[near], samples[far]);
        int nearBefore = samples[near] & 0xFF;
        int farBefore = samples[far] & 0xFF;
        for (int i = 1; i <= last; i++) {
            int nearAfter = samples[near + i] & 0xFF;
            int farAfter = samples[far + i] & 0xFF;
            target[2 * i - 1] = ofFour(nearBefore, nearAfter, farBefore, farAfter);
            target[2 * i] = ofFour(nearAfter, nearBefore, farAfter, farBefore);
            nearBefore = nearAfter;
            farBefore = farAfter;
        }
        if ((width & 1) == 0) {
            target[width - 1] = ofTwo(samples[near + last], samples[far + last]);
        }
    }

    private static int ofTwo(byte near, byte far) {
        return 3 * (near & 0xFF) + (far & 0xFF) + 2 >> 2;
    }

    private static int ofFour(int nearest, int beside, int aboveOrBelow, int diagonal) {
        int others = nearest + 3 * (beside + aboveOrBelow) + diagonal + 8 >> 3;
        return others + nearest >> 1;
    }
}
