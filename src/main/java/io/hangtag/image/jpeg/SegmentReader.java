package io.hangtag.image.jpeg;

import java.util.Optional;

/**
 * Walks from marker to marker. As every reader does, it passes over bytes that belong to no segment and over repeated fill
 * bytes {@code 0xFF} (T.81 B.1.1.2): cameras and editors leave both.
 */
final class SegmentReader {
    private final byte[] file;
    private int position;

    SegmentReader(byte[] file) {
        this(file, 0);
    }

    private SegmentReader(byte[] file, int position) {
        this.file = file;
        this.position = position;
    }

    /** A second reader that starts where this one stands. */
    SegmentReader copy() {
        return new SegmentReader(file, position);
    }

    /** Index of the first byte after the last segment. */
    int position() {
        return position;
    }

    /** Goes on at another place: after the entropy-coded data of a scan, which only its decoder can measure. */
    void continueAt(int index) {
        position = index;
    }

    /** Takes the two bytes that every JPEG begins with. */
    void readStartOfImage() {
        if (file.length < 2 || (file[0] & 0xff) != 0xff || (file[1] & 0xff) != Markers.START_OF_IMAGE) {
            throw JpegFaults.unsupported("These bytes are no JPEG");
        }
        position = 2;
    }

    /** The next segment, or none where the file ends without another marker. */
    Optional<Segment> next() {
        while (position + 1 < file.length) {
            int marker = file[position + 1] & 0xff;
            if ((file[position] & 0xff) != 0xff || marker == 0xff) {
                position++;
            } else if (marker == 0 || marker == Markers.TEMPORARY || Markers.isRestart(marker)) {
                position += 2;
            } else {
                return Optional.of(segment(marker));
            }
        }
        position = file.length;
        return Optional.empty();
    }

    private Segment segment(int marker) {
        int start = position + 2;
        if (Markers.standsAlone(marker)) {
            position = start;
            return new Segment(marker, file, start, start);
        }
        if (start + 2 > file.length) {
            throw JpegFaults.truncated("This JPEG ends in the middle of a header (marker FF%02X)".formatted(marker));
        }
        int length = (file[start] & 0xff) << 8 | file[start + 1] & 0xff;
        if (length < 2) {
            throw JpegFaults.corrupt("A header of this JPEG (marker FF%02X) has no valid length".formatted(marker));
        }
        if (length > file.length - start) {
            throw JpegFaults.truncated("This JPEG ends in the middle of a header (marker FF%02X)".formatted(marker));
        }
        position = start + length;
        return new Segment(marker, file, start + 2, position);
    }
}
