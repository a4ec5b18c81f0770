package io.hangtag.image;

/**
 * What a photo's header says of it, read without decoding a pixel.
 *
 * @param format what the content is, whatever the name says
 * @param width stored width in pixels, before orientation, at least 1
 * @param height stored height in pixels, before orientation, at least 1
 * @param orientation how the stored pixels are turned upright
 */
public record ImageHeader(ImageFormat format, int width, int height, Orientation orientation) {
    /** Stored pixels, without overflow. */
    public long pixels() {
        return (long) width * height;
    }

    /** Width after turning upright. */
    public int uprightWidth() {
        return orientation.swapsSides() ? height : width;
    }

    /** Height after turning upright. */
    public int uprightHeight() {
        return orientation.swapsSides() ? width : height;
    }
}
