package io.hangtag.image.webp;

import io.hangtag.image.webp.lossless.LosslessHeader;
import io.hangtag.image.webp.lossy.KeyFrameTag;
import java.util.Optional;

/**
 * The still picture, or one of an animation.
 *
 * @param pixels the chunk with its pixels, {@code VP8 } or {@code VP8L}
 * @param alpha the chunk with the alpha plane of a lossy one
 * @param width columns, by the pixels' own header
 * @param height rows
 * @param hintsAtAlpha whether the header of a lossless one says that alphas are used
 */
record Frame(Chunk pixels, Optional<Chunk> alpha, int width, int height, boolean hintsAtAlpha) {
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";

    static boolean isPixels(Chunk chunk) {
        return chunk.type().equals(LOSSY) || chunk.type().equals(LOSSLESS);
    }

    static Frame of(Chunk pixels, Optional<Chunk> alpha) {
        if (pixels.type().equals(LOSSY)) {
            KeyFrameTag tag = KeyFrameTag.read(pixels.photo(), pixels.offset(), pixels.length());
            return new Frame(pixels, alpha, tag.width(), tag.height(), false);
        }
        LosslessHeader header = LosslessHeader.read(pixels.photo(), pixels.offset(), pixels.length());
        // A lossless picture has its own alphas; a chunk of them is not for it (RFC 9649, section 2.7.1.2).
        return new Frame(pixels, Optional.empty(), header.width(), header.height(), header.usesAlpha());
    }

    /** The first frame among these chunks. */
    static Optional<Frame> first(ChunkReader chunks) {
        Optional<Chunk> alpha = Optional.empty();
        for (Optional<Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            Chunk chunk = next.get();
            if (isPixels(chunk)) {
                return Optional.of(of(chunk, alpha));
            }
            if (chunk.type().equals("ALPH") && alpha.isEmpty()) {
                alpha = next;
            }
        }
        return Optional.empty();
    }

    boolean isLossless() {
        return pixels.type().equals(LOSSLESS);
    }
}
