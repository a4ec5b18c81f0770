package io.hangtag.image;

/**
 * The square that a model takes.
 *
 * @param size its side in pixels
 * @param filter how the photo is resized to fit
 * @param pad what transparent pixels are blended over, and what fills the rest; inverted there where the tone is {@link
 *     Tone#GREY_ON_DARK}
 * @param tone what the model sees of the colours
 */
public record LetterboxSpec(int size, ResizeFilter filter, RgbColor pad, Tone tone) {
    public LetterboxSpec {
        if (size < 1 || size > 4096) {
            throw new IllegalArgumentException("A letterbox has 1 to 4096 pixels a side, not " + size);
        }
    }

    /** The square of a model that sees colours. */
    public LetterboxSpec(int size, ResizeFilter filter, RgbColor pad) {
        this(size, filter, pad, Tone.COLOR);
    }
}
