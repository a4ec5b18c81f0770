package io.hangtag.image.webp;

import io.hangtag.image.Orientation;

/**
 * What a file says of itself before any pixel is decoded, checked for contradictions.
 *
 * @param width columns of the canvas
 * @param height rows of the canvas
 * @param orientation from its EXIF chunk, else upright
 * @param translucent whether alphas count; if not, they are ignored even where there are some
 * @param frame the first frame
 * @param left the canvas column of the frame's first column
 * @param top the canvas row of its first row
 */
record WebpFile(int width, int height, Orientation orientation, boolean translucent, Frame frame, int left, int top) {
    /** The same with another orientation. */
    WebpFile turned(Orientation other) {
        return new WebpFile(width, height, other, translucent, frame, left, top);
    }
}
