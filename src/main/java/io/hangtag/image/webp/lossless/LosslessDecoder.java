package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decodes lossless pictures (RFC 9649, section 3) to pixels {@code 0xAARRGGBB}, row after row. */
public final class LosslessDecoder {
    private static final int PREDICTOR = 0;
    private static final int COLOR = 1;
    private static final int GREEN = 2;

    private final BitReader bits;
    private final EntropyImageReader images;
    private final Deque<Transform> transforms = new ArrayDeque<>();

    private LosslessDecoder(byte[] data, int start, int end) {
        this.bits = new BitReader(data, start, end);
        this.images = new EntropyImageReader(bits);
    }

    /** Decodes the picture in {@code length} bytes from {@code offset} on, which begin with its header. */
    public static int[] decode(byte[] data, int offset, int length) {
        LosslessHeader header = LosslessHeader.read(data, offset, length);
        return new LosslessDecoder(data, offset + LosslessHeader.BYTES, offset + length)
                .decode(header.width(), header.height());
    }

    /** Decodes a picture of known size that has no header. */
    public static int[] decodeWithoutHeader(byte[] data, int offset, int length, int width, int height) {
        return new LosslessDecoder(data, offset, offset + length).decode(width, height);
    }

    private int[] decode(int width, int height) {
        int storedWidth = readTransforms(width, height);
        int[] pixels = images.readPicture(storedWidth, height);
        // The last one done is the first undone.
        for (Transform transform : transforms) {
            pixels = transform.undo(pixels);
        }
        return pixels;
    }

    /** Reads the transforms and returns the width they leave. */
    private int readTransforms(int width, int height) {
        int storedWidth = width;
        int seen = 0;
        while (bits.readFlag()) {
            int type = bits.read(2);
            if ((seen & 1 << type) != 0) {
                throw new HangtagException(
                        ErrorCode.CORRUPT_IMAGE,
                        "The WebP's lossless data were transformed twice in the same way; export the photo again.");
            }
            seen |= 1 << type;
            switch (type) {
                case PREDICTOR ->
                    transforms.push(
                            new PredictorTransform(storedWidth, height, images.readBlocks(storedWidth, height)));
                case COLOR ->
                    transforms.push(new ColorTransform(storedWidth, height, images.readBlocks(storedWidth, height)));
                case GREEN -> transforms.push(new GreenTransform());
                default -> {
                    PaletteTransform palette = PaletteTransform.of(width, height, images.readData(bits.read(8) + 1, 1));
                    transforms.push(palette);
                    storedWidth = palette.bundledWidth();
                }
            }
        }
        return storedWidth;
    }
}
