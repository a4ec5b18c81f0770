package io.hangtag.hostile;

import static io.hangtag.image.jpeg.SampleJpegs.indexOf;
import static io.hangtag.image.jpeg.SampleJpegs.indexOfScanData;
import static io.hangtag.image.jpeg.SampleJpegs.insert;
import static io.hangtag.image.jpeg.SampleJpegs.replace;

import io.hangtag.image.jpeg.SampleJpegs;
import java.util.Arrays;
import java.util.List;

/** JPEG: every process, orientation and marker, in and out of order. */
final class JpegFiles {
    private static final int AFTER_START = 2;
    private static final int FRAME = 0xC0;
    private static final int HUFFMAN = 0xC4;
    private static final int QUANTIZATION = 0xDB;
    private static final int SCAN = 0xDA;

    private final HostileFiles files = new HostileFiles();
    private final byte[] whole = SampleJpegs.jpeg("420");

    static List<HostileFile> all() {
        JpegFiles jpegs = new JpegFiles();
        SampleJpegs.names()
                .forEach(name -> jpegs.files.answered("jpeg/sample-" + name + ".jpg", SampleJpegs.jpeg(name)));
        jpegs.orientations();
        jpegs.markers();
        jpegs.frames();
        jpegs.tables();
        jpegs.scans();
        jpegs.restarts();
        return jpegs.files.all();
    }

    private void orientations() {
        ExifBlocks.all()
                .forEach((name, block) -> files.answered(
                        "jpeg/exif-" + name + ".jpg", insert(whole, AFTER_START, segment(0xE1, exif(block)))));
        byte[] six = segment(0xE1, exif(ExifBlocks.orientation(3, 1, 6)));
        byte[] three = segment(0xE1, exif(ExifBlocks.orientation(3, 1, 3)));
        files.answered("jpeg/exif-two-blocks.jpg", insert(insert(whole, AFTER_START, three), AFTER_START, six));
        files.answered("jpeg/exif-after-the-frame.jpg", insert(whole, indexOf(whole, SCAN), six));
        files.answered("jpeg/exif-name-only.jpg", insert(whole, AFTER_START, segment(0xE1, "Exif".getBytes())));
    }

    private static byte[] exif(byte[] block) {
        return new ByteBuilder().add("Exif").add(0, 0).add(block).end();
    }

    private void markers() {
        int scan = indexOf(whole, SCAN);
        files.answered("jpeg/no-end-marker.jpg", Arrays.copyOf(whole, whole.length - 2));
        files.answered("jpeg/end-marker-twice.jpg", insert(whole, whole.length, 0xFF, 0xD9));
        files.answered("jpeg/fill-bytes-before-a-marker.jpg", insert(whole, scan, 0xFF, 0xFF, 0xFF));
        files.answered("jpeg/fill-bytes-by-the-thousand.jpg", insert(whole, scan, filled(100_000, 0xFF)));
        files.answered("jpeg/bytes-between-segments.jpg", insert(whole, scan, 1, 2, 3, 0, 0));
        files.answered("jpeg/restart-between-segments.jpg", insert(whole, scan, 0xFF, 0xD3));
        files.answered("jpeg/temporary-marker.jpg", insert(whole, scan, 0xFF, 0x01));
        files.answered("jpeg/unknown-segment.jpg", insert(whole, scan, segment(0xF5, new byte[9])));
        files.answered("jpeg/longest-comment.jpg", insert(whole, scan, segment(0xFE, new byte[65533])));
        files.answered("jpeg/empty-segments.jpg", insert(whole, scan, repeated(20_000, 0xFF, 0xFE, 0, 2)));
        files.answered(
                "jpeg/four-megabytes-of-profiles.jpg",
                insert(whole, AFTER_START, repeated(64, segment(0xE2, new byte[65533]))));
        files.answered("jpeg/jfif-twice.jpg", insert(whole, AFTER_START, segment(0xE0, jfif())));
        files.answered("jpeg/adobe-cut-short.jpg", insert(whole, AFTER_START, segment(0xEE, "Adobe".getBytes())));
        files.corrupt("jpeg/second-start.jpg", insert(whole, scan, 0xFF, 0xD8));
        files.corrupt("jpeg/start-only.jpg", Arrays.copyOf(whole, 3));
        files.corrupt("jpeg/start-and-end.jpg", new byte[] {-1, (byte) 0xD8, -1, (byte) 0xD9});
        files.corrupt("jpeg/end-before-the-scan.jpg", insert(whole, scan, 0xFF, 0xD9));
        files.corrupt("jpeg/length-0.jpg", replace(whole, scan + 2, 0, 0));
        files.corrupt("jpeg/length-1.jpg", replace(whole, scan + 2, 0, 1));
        files.corrupt("jpeg/length-beyond-the-end.jpg", replace(whole, scan + 2, 0xFF, 0xFF));
        files.corrupt(
                "jpeg/zeros-after-the-start.jpg",
                new ByteBuilder().add(0xFF, 0xD8, 0xFF).repeat(5000, 0).end());
        files.corrupt(
                "jpeg/random-after-the-start.jpg",
                new ByteBuilder()
                        .add(0xFF, 0xD8, 0xFF, 0xE0)
                        .add(Noise.bytes(1, 5000))
                        .end());
    }

    private void frames() {
        int frame = indexOf(whole, FRAME);
        int size = frame + 5;
        byte[] frameSegment = Arrays.copyOfRange(whole, frame, indexOf(whole, HUFFMAN));
        files.corrupt("jpeg/no-frame.jpg", without(FRAME));
        files.corrupt("jpeg/two-frames.jpg", insert(whole, frame, frameSegment));
        files.corrupt("jpeg/frame-of-no-components.jpg", replace(whole, frame + 9, 0));
        files.corrupt(
                "jpeg/frame-cut-short.jpg",
                new JpegBuilder().segment(FRAME, (byte) 8, (byte) 0).end());
        files.corrupt("jpeg/width-0.jpg", replace(whole, size + 2, 0, 0));
        files.unsupported("jpeg/height-0.jpg", replace(whole, size, 0, 0));
        files.unsupported(
                "jpeg/height-in-dnl.jpg",
                insert(replace(whole, size, 0, 0), whole.length - 2, 0xFF, 0xDC, 0, 4, 0, 45));
        files.corrupt("jpeg/sampling-0.jpg", replace(whole, frame + 11, 0x00));
        files.corrupt("jpeg/sampling-5.jpg", replace(whole, frame + 11, 0x55));
        files.corrupt("jpeg/quantization-table-4.jpg", replace(whole, frame + 12, 4));
        files.corrupt("jpeg/quantization-table-255.jpg", replace(whole, frame + 12, 255));
        for (int components : new int[] {2, 5, 255}) {
            files.unsupported("jpeg/components-" + components + ".jpg", replace(whole, frame + 9, components));
        }
        for (int bits : new int[] {0, 2, 12, 16, 255}) {
            files.unsupported("jpeg/bits-" + bits + ".jpg", replace(whole, frame + 4, bits));
        }
        for (int process : new int[] {0xC3, 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF}) {
            files.unsupported("jpeg/process-%02x.jpg".formatted(process), replace(whole, frame + 1, process));
        }
        for (int process : new int[] {0xC2, 0xCA}) {
            files.corrupt("jpeg/called-process-%02x.jpg".formatted(process), replace(whole, frame + 1, process));
        }
        // Any bits at all are some picture when they are read as arithmetically coded.
        files.answered("jpeg/called-process-c9.jpg", replace(whole, frame + 1, 0xC9));
        files.answered("jpeg/called-extended.jpg", replace(whole, frame + 1, 0xC1));
        files.tooManyPixels("jpeg/1x30000.jpg", replace(whole, size, 0x75, 0x30, 0, 1));
        files.tooManyPixels("jpeg/30000x1.jpg", replace(whole, size, 0, 1, 0x75, 0x30));
        files.tooManyPixels("jpeg/30000x30000.jpg", replace(whole, size, 0x75, 0x30, 0x75, 0x30));
        files.tooManyPixels("jpeg/65535x65535.jpg", replace(whole, size, 0xFF, 0xFF, 0xFF, 0xFF));
        files.corrupt("jpeg/7000x7000-with-few-bytes.jpg", replace(whole, size, 0x1B, 0x58, 0x1B, 0x58));
    }

    private void tables() {
        int huffman = indexOf(whole, HUFFMAN);
        int quantization = indexOf(whole, QUANTIZATION);
        files.corrupt("jpeg/no-huffman-tables.jpg", without(HUFFMAN));
        files.corrupt("jpeg/no-quantization-tables.jpg", without(QUANTIZATION));
        files.answered(
                "jpeg/tables-defined-twice.jpg",
                insert(
                        whole,
                        quantization,
                        Arrays.copyOfRange(
                                whole, quantization, huffman > quantization ? indexOf(whole, FRAME) : huffman)));
        files.corrupt(
                "jpeg/quantization-cut-short.jpg", insert(whole, quantization, segment(QUANTIZATION, new byte[20])));
        files.corrupt("jpeg/quantization-of-three-bytes.jpg", replace(whole, quantization + 4, 0x20));
        files.corrupt("jpeg/quantization-number-9.jpg", replace(whole, quantization + 4, 0x09));
        files.answered(
                "jpeg/quantization-zero-steps.jpg",
                insert(whole, indexOf(whole, SCAN), segment(QUANTIZATION, new byte[65])));
        files.answered(
                "jpeg/quantization-largest-steps.jpg",
                insert(
                        whole,
                        indexOf(whole, SCAN),
                        segment(
                                QUANTIZATION,
                                new ByteBuilder().add(0x10).repeat(128, 0xFF).end())));
        files.corrupt("jpeg/huffman-of-class-2.jpg", replace(whole, huffman + 4, 0x20));
        files.corrupt("jpeg/huffman-number-7.jpg", replace(whole, huffman + 4, 0x07));
        files.corrupt(
                "jpeg/huffman-too-many-codes.jpg",
                insert(
                        whole,
                        huffman,
                        segment(
                                HUFFMAN,
                                new ByteBuilder()
                                        .add(0x00)
                                        .repeat(16, 255)
                                        .repeat(4080, 1)
                                        .end())));
        files.corrupt(
                "jpeg/huffman-overfull.jpg",
                insert(
                        whole,
                        indexOf(whole, SCAN),
                        segment(
                                HUFFMAN,
                                new ByteBuilder()
                                        .add(0x00, 3)
                                        .repeat(15, 0)
                                        .add(1, 2, 3)
                                        .end())));
        files.corrupt(
                "jpeg/huffman-dc-size-16.jpg",
                insert(
                        whole,
                        huffman,
                        segment(
                                HUFFMAN,
                                new ByteBuilder()
                                        .add(0x00, 1)
                                        .repeat(15, 0)
                                        .add(16)
                                        .end())));
        files.corrupt(
                "jpeg/huffman-empty.jpg",
                insert(
                        whole,
                        indexOf(whole, SCAN),
                        segment(
                                HUFFMAN,
                                new ByteBuilder().add(0x00).repeat(16, 0).end())));
        files.answered(
                "jpeg/huffman-a-hundred-unused.jpg",
                insert(
                        whole,
                        huffman,
                        repeated(
                                100,
                                segment(
                                        HUFFMAN,
                                        new ByteBuilder()
                                                .add(0x13)
                                                .repeat(8, 0)
                                                .add(1, 2, 4, 8, 16, 32, 64, 100)
                                                .repeat(227, 5)
                                                .end()))));
    }

    private void scans() {
        int scan = indexOf(whole, SCAN);
        int data = indexOfScanData(whole);
        byte[] progressive = SampleJpegs.jpeg("progressive-420");
        int share = indexOf(progressive, SCAN);
        files.corrupt("jpeg/no-scan.jpg", insert(Arrays.copyOf(whole, scan), scan, 0xFF, 0xD9));
        files.corrupt("jpeg/scan-before-frame.jpg", insert(whole, AFTER_START, Arrays.copyOfRange(whole, scan, data)));
        files.corrupt("jpeg/scan-of-no-components.jpg", replace(whole, scan + 4, 0));
        files.corrupt("jpeg/scan-of-five-components.jpg", replace(whole, scan + 4, 5));
        files.corrupt("jpeg/scan-of-an-unknown-component.jpg", replace(whole, scan + 5, 77));
        files.corrupt("jpeg/scan-of-table-9.jpg", replace(whole, scan + 6, 0x99));
        files.corrupt("jpeg/scan-of-missing-table.jpg", replace(whole, scan + 6, 0x33));
        files.corrupt("jpeg/scan-without-data.jpg", insert(Arrays.copyOf(whole, data), data, 0xFF, 0xD9));
        files.corrupt(
                "jpeg/scan-of-random-data.jpg",
                new ByteBuilder()
                        .add(Arrays.copyOf(whole, data))
                        .add(Noise.bytes(2, 3000))
                        .add(0xFF, 0xD9)
                        .end());
        files.corrupt(
                "jpeg/scan-with-a-marker-inside.jpg",
                insert(whole, data + (whole.length - data) / 2, 0xFF, 0xC4, 0, 2));
        files.corrupt(
                "jpeg/band-backwards.jpg", replace(progressive, share + 5 + 2 * (progressive[share + 4] & 0xFF), 5, 1));
        files.corrupt(
                "jpeg/band-beyond-63.jpg",
                replace(progressive, share + 5 + 2 * (progressive[share + 4] & 0xFF), 1, 64));
        files.corrupt(
                "jpeg/bits-left-out-backwards.jpg",
                replace(progressive, share + 7 + 2 * (progressive[share + 4] & 0xFF), 0x13));
        files.corrupt(
                "jpeg/first-scan-again-and-again.jpg",
                insert(progressive, share, repeated(200, scanAlone(progressive, share))));
        files.corrupt("jpeg/progressive-without-end.jpg", Arrays.copyOf(progressive, progressive.length * 2 / 3));
    }

    private void restarts() {
        byte[] restart = SampleJpegs.jpeg("restart");
        int first = indexOfMarker(restart, indexOfScanData(restart), 0xD0);
        files.corrupt("jpeg/restart-out-of-order.jpg", replace(restart, first + 1, 0xD5));
        files.corrupt("jpeg/restart-missing.jpg", cut(restart, first, first + 2));
        files.corrupt("jpeg/restart-twice.jpg", insert(restart, first, 0xFF, 0xD0));
        files.corrupt("jpeg/restart-interval-unannounced.jpg", without(restart, 0xDD));
        files.corrupt("jpeg/restart-interval-of-one.jpg", insert(whole, indexOf(whole, SCAN), 0xFF, 0xDD, 0, 4, 0, 1));
        files.answered(
                "jpeg/restart-interval-longer-than-the-picture.jpg",
                insert(whole, indexOf(whole, SCAN), 0xFF, 0xDD, 0, 4, 0xFF, 0xFF));
        files.corrupt("jpeg/restart-interval-cut-short.jpg", insert(whole, indexOf(whole, SCAN), 0xFF, 0xDD, 0, 3, 1));
    }

    private static int indexOfMarker(byte[] jpeg, int from, int marker) {
        int at = from;
        while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
            at++;
        }
        return at;
    }

    /** A scan and its data, up to the next marker that is none of its own. */
    private static byte[] scanAlone(byte[] jpeg, int scan) {
        int at = scan + 2;
        while ((jpeg[at] & 0xFF) != 0xFF || jpeg[at + 1] == 0) {
            at++;
        }
        return Arrays.copyOfRange(jpeg, scan, at);
    }

    private byte[] without(int marker) {
        return without(whole, marker);
    }

    /** All segments of that kind before the scan taken out. */
    private static byte[] without(byte[] jpeg, int marker) {
        byte[] rest = jpeg;
        int at = AFTER_START;
        while ((rest[at + 1] & 0xFF) != SCAN) {
            int end = at + 2 + ((rest[at + 2] & 0xFF) << 8 | rest[at + 3] & 0xFF);
            if ((rest[at + 1] & 0xFF) == marker) {
                rest = cut(rest, at, end);
            } else {
                at = end;
            }
        }
        return rest;
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        return new ByteBuilder()
                .add(Arrays.copyOf(bytes, from))
                .add(Arrays.copyOfRange(bytes, to, bytes.length))
                .end();
    }

    private static byte[] segment(int marker, byte[] content) {
        return new ByteBuilder()
                .add(0xFF, marker)
                .uint16(content.length + 2)
                .add(content)
                .end();
    }

    private static byte[] jfif() {
        return new ByteBuilder().add("JFIF").add(0, 1, 1, 0, 0, 1, 0, 1, 0, 0).end();
    }

    private static byte[] filled(int count, int value) {
        return new ByteBuilder().repeat(count, value).end();
    }

    private static byte[] repeated(int count, int... values) {
        return new ByteBuilder().repeat(count, values).end();
    }

    private static byte[] repeated(int count, byte[] values) {
        ByteBuilder bytes = new ByteBuilder();
        for (int i = 0; i < count; i++) {
            bytes.add(values);
        }
        return bytes.end();
    }
}
