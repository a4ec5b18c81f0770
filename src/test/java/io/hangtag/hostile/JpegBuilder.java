package io.hangtag.hostile;

/** Writes JPEG segment by segment, right or wrong. Its Huffman codes are of one bit, so that scans can be written by hand. */
final class JpegBuilder {
    static final int BASELINE = 0xC0;
    static final int PROGRESSIVE = 0xC2;
    static final int ARITHMETIC = 0xC9;
    static final int ARITHMETIC_PROGRESSIVE = 0xCA;

    private final ByteBuilder file = new ByteBuilder().add(0xFF, 0xD8);

    /** A segment with its length. */
    JpegBuilder segment(int marker, byte... content) {
        file.add(0xFF, marker).uint16(content.length + 2).add(content);
        return this;
    }

    JpegBuilder bytes(byte[] bytes) {
        file.add(bytes);
        return this;
    }

    /** A quantization table of ones. */
    JpegBuilder quantization() {
        return segment(0xDB, new ByteBuilder().add(0).repeat(64, 1).end());
    }

    /** A frame of that many components, none subsampled, each named by its number. */
    JpegBuilder frame(int process, int width, int height, int components) {
        ByteBuilder frame =
                new ByteBuilder().add(8).uint16(height).uint16(width).add(components);
        for (int i = 1; i <= components; i++) {
            frame.add(i, 0x11, 0);
        }
        return segment(process, frame.end());
    }

    /** A Huffman table that knows one symbol, by the bit 0. */
    JpegBuilder code(int classAndDestination, int symbol) {
        return segment(
                0xC4,
                new ByteBuilder()
                        .add(classAndDestination)
                        .add(1)
                        .repeat(15, 0)
                        .add(symbol)
                        .end());
    }

    /** A scan of all components. */
    JpegBuilder scan(int components, byte[] data) {
        ByteBuilder scan = new ByteBuilder().add(components);
        for (int i = 1; i <= components; i++) {
            scan.add(i, 0);
        }
        return segment(0xDA, scan.add(0, 63, 0).end()).bytes(data);
    }

    /** A progressive scan of one component. */
    JpegBuilder share(int component, int from, int to, int high, int low, byte[] data) {
        return segment(
                        0xDA,
                        new ByteBuilder()
                                .add(1, component, 0, from, to, high << 4 | low)
                                .end())
                .bytes(data);
    }

    byte[] end() {
        file.add(0xFF, 0xD9);
        return unfinished();
    }

    byte[] unfinished() {
        return file.end();
    }
}
