package io.hangtag.image.webp;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Orientation;
import io.hangtag.image.exif.ExifBlock;
import java.util.Optional;

/** Reads the container: simple, extended and animated (RFC 9649, sections 2.4 to 2.7). */
final class WebpFileReader {
    private static final int FILE_HEADER_BYTES = 12;
    private static final int EXTENDED_BYTES = 10;
    private static final int ANIMATION_FRAME_BYTES = 16;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_ALPHA = 0x10;

    private final byte[] photo;
    private final ChunkReader chunks;

    private WebpFileReader(byte[] photo) {
        if (photo.length < FILE_HEADER_BYTES) {
            throw corrupt("ends within its first %d bytes; upload the whole file again".formatted(photo.length));
        }
        // What stands behind the RIFF file is none of it.
        int end = (int) Math.min(photo.length, 8 + ChunkReader.uint32(photo, 4));
        this.photo = photo;
        this.chunks = new ChunkReader(photo, FILE_HEADER_BYTES, end);
    }

    static WebpFile read(byte[] photo) {
        return new WebpFileReader(photo).read();
    }

    private WebpFile read() {
        Chunk first = chunks.next().orElseThrow(this::noPicture);
        if (first.type().equals("VP8X")) {
            return readExtended(first);
        }
        if (!Frame.isPixels(first)) {
            throw corrupt("does not begin with a picture; export the photo again");
        }
        Frame frame = Frame.of(first, Optional.empty());
        return new WebpFile(frame.width(), frame.height(), Orientation.UPRIGHT, frame.hintsAtAlpha(), frame, 0, 0);
    }

    /** Section 2.7.1. */
    private WebpFile readExtended(Chunk header) {
        if (header.length() < EXTENDED_BYTES) {
            throw corrupt("ends within its header; upload the whole file again");
        }
        int flags = header.uint8(0);
        int width = header.uint24(4) + 1;
        int height = header.uint24(7) + 1;
        Optional<Chunk> alpha = Optional.empty();
        Optional<WebpFile> picture = Optional.empty();
        Orientation orientation = Orientation.UPRIGHT;
        boolean translucent = (flags & HAS_ALPHA) != 0;
        for (Optional<Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            Chunk chunk = next.get();
            switch (chunk.type()) {
                case "ALPH" -> alpha = alpha.or(() -> Optional.of(chunk));
                case "VP8 ", "VP8L" -> {
                    if (picture.isEmpty()) {
                        picture = Optional.of(readStill(chunk, alpha, width, height, translucent));
                    }
                }
                case "ANMF" -> picture = picture.or(() -> Optional.of(readAnimated(chunk, width, height, translucent)));
                case "EXIF" -> {
                    if ((flags & HAS_EXIF) != 0 && orientation == Orientation.UPRIGHT) {
                        orientation = ExifBlock.orientation(photo, chunk.offset(), chunk.length());
                    }
                }
                // Colour profile, animation settings, XMP and what nobody knows are passed over (section 2.7.1.6).
                default -> {}
            }
        }
        WebpFile found = picture.orElseThrow(this::noPicture);
        return found.turned(orientation);
    }

    private static WebpFile readStill(Chunk chunk, Optional<Chunk> alpha, int width, int height, boolean translucent) {
        Frame frame = Frame.of(chunk, alpha);
        requireSize(frame, width, height);
        // Of a still lossless picture libwebp believes its own header rather than the container's.
        boolean usesAlpha = frame.isLossless() ? frame.hintsAtAlpha() : translucent;
        return new WebpFile(width, height, Orientation.UPRIGHT, usesAlpha, frame, 0, 0);
    }

    /** Section 2.7.1.1. How frames follow and cover each other is of no concern to the first. */
    private WebpFile readAnimated(Chunk chunk, int width, int height, boolean translucent) {
        if (chunk.length() < ANIMATION_FRAME_BYTES) {
            throw corrupt("ends within its first frame; upload the whole file again");
        }
        int left = 2 * chunk.uint24(0);
        int top = 2 * chunk.uint24(3);
        Frame frame = Frame.first(chunk.chunksAfter(ANIMATION_FRAME_BYTES)).orElseThrow(this::noPicture);
        requireSize(frame, chunk.uint24(6) + 1, chunk.uint24(9) + 1);
        if (left + frame.width() > width || top + frame.height() > height) {
            throw corrupt(
                    "has a frame of %d x %d pixels at (%d, %d) beyond its canvas of %d x %d; export the photo again"
                            .formatted(frame.width(), frame.height(), left, top, width, height));
        }
        return new WebpFile(width, height, Orientation.UPRIGHT, translucent, frame, left, top);
    }

    private static void requireSize(Frame frame, int width, int height) {
        if (frame.width() != width || frame.height() != height) {
            throw corrupt("declares %d x %d pixels and holds %d x %d; export the photo again"
                    .formatted(width, height, frame.width(), frame.height()));
        }
    }

    private HangtagException noPicture() {
        return corrupt("has no picture in its %d bytes; upload the whole file again".formatted(photo.length));
    }

    private static HangtagException corrupt(String what) {
        return new HangtagException(ErrorCode.CORRUPT_IMAGE, "The WebP " + what + ".");
    }
}
