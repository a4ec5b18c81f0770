package io.hangtag.image.gif;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Canvas;
import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.Orientation;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.util.stream.IntStream;

/** Reads the first picture of a GIF. It cannot decode at a reduced size, so {@code reduction} is ignored. */
public final class GifDecoder implements ImageDecoder {
    @Override
    public ImageFormat format() {
        return ImageFormat.GIF;
    }

    @Override
    public ImageHeader readHeader(byte[] photo) {
        FirstFrame frame = GifHeaderReader.read(photo);
        return new ImageHeader(ImageFormat.GIF, frame.screenWidth(), frame.screenHeight(), Orientation.UPRIGHT);
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        FirstFrame frame = GifHeaderReader.read(photo);
        Canvas canvas = Canvas.of(frame.screenWidth(), frame.screenHeight(), background);
        // The frame lies within the canvas, whose pixels an array can hold.
        byte[] indexes = indexes(photo, frame);
        int[] rows = frame.interlaced()
                ? Interlace.rowOrder(frame.height())
                : IntStream.range(0, frame.height()).toArray();
        for (int stored = 0; stored < frame.height(); stored++) {
            int pixel = (frame.top() + rows[stored]) * frame.screenWidth() + frame.left();
            paint(canvas, pixel, indexes, stored * frame.width(), frame);
        }
        return canvas.image();
    }

    private static byte[] indexes(byte[] photo, FirstFrame frame) {
        byte[] indexes = new byte[frame.width() * frame.height()];
        if (frame.dataOffset() >= photo.length) {
            throw cutShort(photo, 0, indexes.length);
        }
        CodeReader codes = new CodeReader(photo, frame.dataOffset() + 1);
        int decoded = new LzwDecoder(photo[frame.dataOffset()] & 0xFF, codes, indexes).decode();
        if (decoded < indexes.length) {
            throw cutShort(photo, decoded, indexes.length);
        }
        return indexes;
    }

    private static void paint(Canvas canvas, int firstPixel, byte[] indexes, int from, FirstFrame frame) {
        for (int column = 0; column < frame.width(); column++) {
            int index = indexes[from + column] & 0xFF;
            if (index != frame.transparentIndex()) {
                canvas.put(firstPixel + column, frame.colors()[index]);
            }
        }
    }

    private static HangtagException cutShort(byte[] photo, int decoded, int pixels) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE,
                "The GIF's %d bytes hold only %d of its %d pixels; upload the whole file again."
                        .formatted(photo.length, decoded, pixels));
    }
}
