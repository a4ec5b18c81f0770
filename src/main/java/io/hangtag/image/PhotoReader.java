package io.hangtag.image;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Photo bytes to the square of pixels that a model takes, in the steps of {@code docs/model-package.md}. Stateless once
 * made, safe from several threads.
 */
public final class PhotoReader {
    private final Map<ImageFormat, ImageDecoder> decoders = new EnumMap<>(ImageFormat.class);
    private final ImageLimits limits;
    private final PixelBudget budget;
    private final Uprighter uprighter = new Uprighter();
    private final Resampler resampler = new Resampler();
    private final GreyConverter grey = new GreyConverter();

    /** A reader of the formats that there are decoders for; several threads together decode as many pixels as one may. */
    public PhotoReader(List<ImageDecoder> decoders, ImageLimits limits) {
        this(decoders, limits, new PixelBudget(limits.pixels()));
    }

    /** A reader of the formats that there are decoders for, which all threads share a budget of pixels in. */
    public PhotoReader(List<ImageDecoder> decoders, ImageLimits limits, PixelBudget budget) {
        this.limits = limits;
        this.budget = budget;
        decoders.forEach(decoder -> this.decoders.put(decoder.format(), decoder));
    }

    /**
     * Reads a header and holds the photo against the limits; decodes nothing.
     *
     * @throws HangtagException with {@code EMPTY_OBJECT}, {@code TOO_LARGE}, {@code UNSUPPORTED_FORMAT},
     *     {@code CORRUPT_IMAGE} or {@code TOO_MANY_PIXELS}
     */
    public ImageHeader readHeader(byte[] photo) {
        limits.checkLength(photo.length);
        ImageHeader header = decoder(FormatSniffer.sniff(photo)).readHeader(photo);
        limits.check(header);
        return header;
    }

    /**
     * Refuses a file by what it begins with, where that is enough: no format that is read, or more pixels than the limits let pass.
     * What begins like a photo may still be refused once it is whole.
     *
     * @param beginning some of a file's first bytes
     * @throws HangtagException with {@code UNSUPPORTED_FORMAT} or {@code TOO_MANY_PIXELS}
     */
    public void refuseEarly(byte[] beginning) {
        try {
            readHeader(beginning);
        } catch (HangtagException refused) {
            if (refused.code() == ErrorCode.UNSUPPORTED_FORMAT || refused.code() == ErrorCode.TOO_MANY_PIXELS) {
                throw refused;
            }
            // It is cut short, and so looks broken.
        }
    }

    /**
     * Makes the model's input of a photo whose header was read.
     *
     * @return a picture of {@code letterbox.size()} on both sides
     * @throws HangtagException with {@code CORRUPT_IMAGE} or {@code UNSUPPORTED_FORMAT}
     */
    public RgbImage letterbox(byte[] photo, ImageHeader header, LetterboxSpec letterbox) {
        LetterboxGeometry geometry =
                LetterboxGeometry.of(header.uprightWidth(), header.uprightHeight(), letterbox.size());
        RgbImage resized = resized(photo, header, geometry, letterbox.filter(), letterbox.pad());
        return paste(grey.convert(resized, letterbox.tone()), geometry, letterbox);
    }

    /**
     * Makes a smaller picture of a photo whose header was read: upright, its transparent parts white, never enlarged.
     *
     * @param side what its longer side has at most, in pixels
     * @throws HangtagException with {@code CORRUPT_IMAGE} or {@code UNSUPPORTED_FORMAT}
     */
    public RgbImage shrink(byte[] photo, ImageHeader header, int side) {
        int longSide = Math.max(header.uprightWidth(), header.uprightHeight());
        LetterboxGeometry geometry =
                LetterboxGeometry.of(header.uprightWidth(), header.uprightHeight(), Math.min(side, longSide));
        return resized(photo, header, geometry, ResizeFilter.BICUBIC, RgbColor.WHITE);
    }

    private RgbImage resized(
            byte[] photo, ImageHeader header, LetterboxGeometry geometry, ResizeFilter filter, RgbColor background) {
        int reduction = geometry.reduction(header.uprightWidth(), header.uprightHeight());
        return budget.spend(header.pixels(), () -> {
            RgbImage stored = decoder(header.format()).decode(photo, reduction, background);
            RgbImage upright = uprighter.turn(stored, header.orientation());
            return resampler.resize(upright, geometry.width(), geometry.height(), filter);
        });
    }

    private RgbImage paste(RgbImage resized, LetterboxGeometry geometry, LetterboxSpec letterbox) {
        RgbImage square =
                RgbImage.filled(letterbox.size(), letterbox.size(), grey.pad(letterbox.pad(), letterbox.tone()));
        int stride = 3 * geometry.width();
        for (int y = 0; y < geometry.height(); y++) {
            int target = 3 * ((geometry.top() + y) * letterbox.size() + geometry.left());
            System.arraycopy(resized.samples(), y * stride, square.samples(), target, stride);
        }
        return square;
    }

    private ImageDecoder decoder(ImageFormat format) {
        ImageDecoder decoder = decoders.get(format);
        if (decoder == null) {
            throw new HangtagException(ErrorCode.UNSUPPORTED_FORMAT, "No decoder is configured for " + format);
        }
        return decoder;
    }
}
