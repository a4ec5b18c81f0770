package io.hangtag.image;

/**
 * The square that a model takes.
 *
 * @param size its side in pixels
 * @param filter how the photo is resized to fit
 * @param pad what fills the rest
 */
public record LetterboxSpec(int size, ResizeFilter filter, RgbColor pad) {
    public LetterboxSpec {
        if (size < 1 || size > 4096) {
            throw new IllegalArgumentException("A letterbox has 1 to 4096 pixels a side, not " + size);
        }
    }
}
