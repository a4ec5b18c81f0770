package io.hangtag.fuzz;

import com.sun.management.ThreadMXBean;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.image.webp.WebpDecoder;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads bytes as a photo, from its first byte to the model's input, and holds what comes of it against the promise of
 * {@link PhotoReader}: a square of the model's size or one of the codes for photos, and memory in proportion to the pixels.
 */
final class FuzzedReading {
    private static final Set<ErrorCode> REFUSALS = EnumSet.of(
            ErrorCode.UNSUPPORTED_FORMAT,
            ErrorCode.TOO_LARGE,
            ErrorCode.TOO_MANY_PIXELS,
            ErrorCode.CORRUPT_IMAGE,
            ErrorCode.EMPTY_OBJECT);

    /** Small, so that many pictures are read a second. */
    private static final ImageLimits LIMITS = new ImageLimits(1 << 16, 200_000, 2_000);

    private static final int SIZE = 32;
    private static final LetterboxSpec LETTERBOX = new LetterboxSpec(SIZE, ResizeFilter.BICUBIC, RgbColor.WHITE);

    /** What tables and prefix codes may take in the smallest picture, and then 64 bytes for each of the most pixels. */
    private static final long MOST_BYTES = (80L << 20) + 64 * 200_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PhotoReader reader =
            new PhotoReader(List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()), LIMITS);

    void read(byte[] photo) {
        if (allocated(photo) > MOST_BYTES) {
            // Classes that Jazzer instruments when they are first used are counted too, but only once.
            long allocated = allocated(photo);
            if (allocated > MOST_BYTES) {
                throw new AssertionError("%d bytes take %d bytes of memory".formatted(photo.length, allocated));
            }
        }
    }

    private long allocated(byte[] photo) {
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            RgbImage input = reader.letterbox(photo, reader.readHeader(photo), LETTERBOX);
            if (input.width() != SIZE || input.height() != SIZE || input.samples().length != 3 * SIZE * SIZE) {
                throw new AssertionError(
                        "The model's input has %d x %d pixels".formatted(input.width(), input.height()));
            }
        } catch (HangtagException e) {
            if (!REFUSALS.contains(e.code())) {
                throw e;
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
