package io.hangtag.image;

/**
 * How stored pixels are turned upright: the EXIF {@code Orientation} tag, 1 to 8 (Exif 2.32, tag 0x0112). Constants name
 * what is done to the stored picture, as Pillow's {@code ImageOps.exif_transpose} does it.
 */
public enum Orientation {
    UPRIGHT(false),
    FLIP_HORIZONTALLY(false),
    ROTATE_180(false),
    FLIP_VERTICALLY(false),
    TRANSPOSE(true),
    ROTATE_90_CLOCKWISE(true),
    TRANSVERSE(true),
    ROTATE_90_COUNTERCLOCKWISE(true);

    private final boolean swapsSides;

    Orientation(boolean swapsSides) {
        this.swapsSides = swapsSides;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /** The orientation for a tag value; values outside 1..8 mean upright, as every viewer treats them. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }
}
