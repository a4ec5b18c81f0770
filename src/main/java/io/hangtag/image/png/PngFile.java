package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Orientation;
import io.hangtag.image.exif.ExifBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks that matter to a still picture, found by walking over the file once. Frames of an animation ({@code fdAT})
 * are ancillary and passed over, which leaves the default image.
 *
 * @param header the size and kind of the picture
 * @param palette PLTE, where there is one
 * @param transparency tRNS, where there is an intact one
 * @param orientation from eXIf, else upright
 * @param data the IDAT chunks in order
 */
record PngFile(
        PngHeader header,
        Optional<Chunk> palette,
        Optional<Chunk> transparency,
        Orientation orientation,
        List<Chunk> data) {

    static PngFile read(byte[] photo) {
        ChunkReader chunks = new ChunkReader(photo);
        PngHeader header = chunks.next().map(PngFile::header).orElseThrow(PngFile::noHeader);
        Optional<Chunk> palette = Optional.empty();
        Optional<Chunk> transparency = Optional.empty();
        Optional<Chunk> exif = Optional.empty();
        List<Chunk> data = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            Optional<Chunk> next = chunks.next();
            if (next.isEmpty()) {
                // Nothing of the picture is lost with a missing IEND; whether rows are, ImageData will say.
                break;
            }
            Chunk chunk = next.get();
            switch (chunk.type()) {
                case "PLTE" -> palette = Optional.of(chunk.requireIntact());
                case "IDAT" -> data.add(chunk);
                case "IEND" -> ended = true;
                // A damaged ancillary chunk is passed over: the picture can be shown without it (PNG 13.2).
                case "tRNS" -> transparency = Optional.of(chunk).filter(Chunk::isIntact);
                case "eXIf" -> exif = Optional.of(chunk).filter(Chunk::isIntact);
                default -> refuseCritical(chunk);
            }
        }
        return new PngFile(
                header,
                palette,
                transparency,
                exif.map(PngFile::orientation).orElse(Orientation.UPRIGHT),
                List.copyOf(data));
    }

    private static PngHeader header(Chunk first) {
        if (first.type().equals("CgBI")) {
            throw new HangtagException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "This is a PNG rewritten for iOS applications, which only they can read; upload the original.");
        }
        if (!first.type().equals("IHDR")) {
            throw noHeader();
        }
        return PngHeader.of(first);
    }

    private static Orientation orientation(Chunk exif) {
        return ExifBlock.orientation(exif.photo(), exif.offset(), exif.length());
    }

    private static HangtagException noHeader() {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE, "The PNG does not begin with its header; upload the whole file again.");
    }

    private static void refuseCritical(Chunk chunk) {
        if (!chunk.isCritical()) {
            return;
        }
        if (chunk.type().equals("IHDR")) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE, "The PNG has two headers; export the photo again as one picture.");
        }
        chunk.requireIntact();
        throw new HangtagException(
                ErrorCode.UNSUPPORTED_FORMAT,
                "The PNG cannot be shown without its %s chunk, which PNG does not define; export it as plain PNG."
                        .formatted(chunk.type()));
    }
}
