package io.hangtag.image.webp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks over chunks without looking at their data (RFC 9649, section 2.3). */
final class ChunkReader {
    private static final int HEADER_BYTES = 8;
    private static final int TYPE_BYTES = 4;

    private final byte[] photo;
    private final int end;
    private int position;

    ChunkReader(byte[] photo, int start, int end) {
        this.photo = photo;
        this.position = start;
        this.end = end;
    }

    /** The next chunk, or nothing where fewer bytes remain than a chunk's header has. */
    Optional<Chunk> next() {
        if (end - position < HEADER_BYTES) {
            return Optional.empty();
        }
        String type = new String(photo, position, TYPE_BYTES, StandardCharsets.ISO_8859_1);
        long declared = uint32(photo, position + TYPE_BYTES);
        int offset = position + HEADER_BYTES;
        int length = (int) Math.min(declared, end - offset);
        // Data of odd length are followed by a byte that fills them up.
        position = (int) Math.min(end, offset + declared + (declared & 1));
        return Optional.of(new Chunk(photo, type, offset, length));
    }

    static long uint32(byte[] data, int at) {
        return data[at] & 0xFFL
                | (data[at + 1] & 0xFFL) << 8
                | (data[at + 2] & 0xFFL) << 16
                | (data[at + 3] & 0xFFL) << 24;
    }
}
