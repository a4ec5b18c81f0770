package io.hangtag.image;

/**
 * Reads one photo format. Implementations hold no state and may be called from any thread; on any input at all they
 * return or throw a {@link io.hangtag.error.HangtagException} with {@code CORRUPT_IMAGE}, {@code UNSUPPORTED_FORMAT}, or
 * {@code TOO_MANY_PIXELS} where the declared pixels fit no array: never another exception, never without end, and with memory in proportion to
 * the declared pixels, which the caller has checked against its limits.
 */
public interface ImageDecoder {
    /** The format this decoder reads. */
    ImageFormat format();

    /** Reads the header only: cheap whatever the declared size. */
    ImageHeader readHeader(byte[] photo);

    /**
     * Decodes the (first) picture as stored, not yet turned upright.
     *
     * @param photo the whole file
     * @param reduction 1, 2, 4 or 8: the sides are divided by it, rounded up. A format that cannot decode at a reduced
     *     size ignores it and returns full size.
     * @param background what transparent pixels are blended over
     */
    RgbImage decode(byte[] photo, int reduction, RgbColor background);
}
