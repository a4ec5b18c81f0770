package io.hangtag.image.webp.lossy;

/**
 * A decoded frame: luma for each pixel, two chroma planes of half the width and height. The planes hold whole macroblocks;
 * what lies beyond the frame's size is not part of the picture.
 */
public final class YuvFrame {
    private final int width;
    private final int height;
    private final Plane luma;
    private final Plane blueChroma;
    private final Plane redChroma;

    YuvFrame(int width, int height) {
        int columns = (width + 15) / 16;
        int rows = (height + 15) / 16;
        this.width = width;
        this.height = height;
        this.luma = new Plane(16 * columns, 16 * rows);
        this.blueChroma = new Plane(8 * columns, 8 * rows);
        this.redChroma = new Plane(8 * columns, 8 * rows);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    Plane luma() {
        return luma;
    }

    /** What the RFC calls U. */
    Plane blueChroma() {
        return blueChroma;
    }

    /** What the RFC calls V. */
    Plane redChroma() {
        return redChroma;
    }
}
