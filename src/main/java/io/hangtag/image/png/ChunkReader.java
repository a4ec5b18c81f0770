package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks over the chunks of a file (PNG 5.2, 5.3) without looking at their data. */
final class ChunkReader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** Length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;

    private static final int HEADER_BYTES = 8;

    private final byte[] photo;
    private int position;

    ChunkReader(byte[] photo) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (i >= photo.length || photo[i] != SIGNATURE[i]) {
                throw new HangtagException(
                        ErrorCode.CORRUPT_IMAGE,
                        "The PNG signature is damaged at byte %d; transfer the file as binary, not as text."
                                .formatted(i));
            }
        }
        this.photo = photo;
        this.position = SIGNATURE.length;
    }

    /** The next chunk, or nothing where fewer bytes remain than the start of a chunk has. */
    Optional<Chunk> next() {
        int remaining = photo.length - position;
        if (remaining < HEADER_BYTES) {
            return Optional.empty();
        }
        Chunk start = new Chunk(photo, typeAt(position + 4), position + HEADER_BYTES, 0, true);
        int declared = start.int32(-HEADER_BYTES);
        if (declared < 0) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The PNG's %s chunk at byte %d declares more than 2 GiB; upload the file again."
                            .formatted(start.type(), position));
        }
        boolean cut = declared > remaining - CHUNK_OVERHEAD;
        int length = Math.min(declared, remaining - HEADER_BYTES);
        position = cut ? photo.length : position + CHUNK_OVERHEAD + declared;
        return Optional.of(new Chunk(photo, start.type(), start.offset(), length, cut));
    }

    private String typeAt(int at) {
        for (int i = at; i < at + 4; i++) {
            int letter = photo[i] & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                throw new HangtagException(
                        ErrorCode.CORRUPT_IMAGE,
                        "Byte %d of the PNG should begin a chunk and does not; upload the file again.".formatted(at));
            }
        }
        return new String(photo, at, 4, StandardCharsets.US_ASCII);
    }
}
