package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The one zlib stream that the IDAT chunks hold together (PNG 10.1), inflated only as far as it is asked for: what a bomb
 * holds beyond the declared rows is never looked at. A chunk's checksum is verified before its first byte is used.
 */
final class ImageData implements AutoCloseable {
    private final List<Chunk> chunks;
    private final Inflater inflater = new Inflater();
    private int nextChunk;

    ImageData(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    /**
     * Inflates the next bytes.
     *
     * @return whether there were as many
     */
    boolean read(byte[] target, int length) {
        int filled = 0;
        try {
            while (filled < length) {
                int inflated = inflater.inflate(target, filled, length - filled);
                filled += inflated;
                if (inflated == 0 && !feed()) {
                    return false;
                }
            }
        } catch (DataFormatException e) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The PNG's compressed pixels are damaged (%s); upload the file again.".formatted(e.getMessage()),
                    e);
        }
        return true;
    }

    /** Gives the inflater the next chunk; false where it wants none, wants a dictionary, or there is none. */
    private boolean feed() {
        if (inflater.finished() || inflater.needsDictionary() || nextChunk == chunks.size()) {
            return false;
        }
        Chunk chunk = chunks.get(nextChunk++);
        if (!chunk.cut()) {
            chunk.requireIntact();
        }
        inflater.setInput(chunk.photo(), chunk.offset(), chunk.length());
        return true;
    }

    /** Frees the inflater's native memory now rather than when the collector finds it. */
    @Override
    public void close() {
        inflater.end();
    }
}
