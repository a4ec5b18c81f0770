package io.hangtag.bench;

/** The sizes of photo that whole functions are measured with. */
public enum PhotoSize {
    /** As a shop's listing has them. */
    ONE_MEGAPIXEL("1 MP", 1152, 864),
    /** As a phone takes them. */
    TWELVE_MEGAPIXELS("12 MP", 4000, 3000);

    private static final long SEED = 73;

    private final String shown;
    private final int width;
    private final int height;

    PhotoSize(String shown, int width, int height) {
        this.shown = shown;
        this.width = width;
        this.height = height;
    }

    /** A photo of this size, always the same one. */
    public byte[] jpeg() {
        return new PhotoMaker().jpeg(width, height, SEED);
    }

    /** As tables name it. */
    @Override
    public String toString() {
        return shown;
    }
}
