package io.hangtag.image;

/** What a model sees of a photo's colours. */
public enum Tone {
    /** All of them. */
    COLOR,
    /** One level a pixel, in all three channels. */
    GREY,
    /** As {@link #GREY}; a picture on light ground is inverted, so that the garment always lies on dark ground. */
    GREY_ON_DARK
}
