package io.hangtag.image.jpeg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The committed JPEGs and what Pillow makes of them; how they were made stands beside them, in README.md. */
public final class SampleJpegs {
    /** Name of each JPEG, and of the expected pixels where another JPEG has the same ones. */
    private static final List<String> NAMES = List.of(
            "444",
            "422",
            "420",
            "440",
            "411",
            "410",
            "441",
            "mixed",
            "coloured",
            "grey",
            "rgb",
            "rgb-by-identifiers=rgb",
            "cmyk",
            "cmyk-without-adobe=cmyk",
            "ycck",
            "optimized=420",
            "restart=420",
            "restart-blocks=420",
            "non-interleaved=420",
            "progressive-444=444",
            "progressive-422=422",
            "progressive-420=420",
            "progressive-grey=grey",
            "progressive-many-steps=420",
            "restart-progressive=420",
            "arithmetic=420",
            "arithmetic-restart=420",
            "arithmetic-progressive=420",
            "quality-3",
            "quality-100",
            "one",
            "tall",
            "wide",
            "s95-2x15-1",
            "s95-2x15-2",
            "s95-2x15-440",
            "s95-3x22-1",
            "s95-3x22-2",
            "s95-3x22-440",
            "s95-5x13-1",
            "s95-5x13-2",
            "s95-5x13-440",
            "s95-16x21-1",
            "s95-16x21-2",
            "s95-16x21-440",
            "s95-17x5-1",
            "s95-17x5-2",
            "s95-17x5-440",
            "s95-33x2-1",
            "s95-33x2-2",
            "s95-33x2-440");

    private SampleJpegs() {}

    public static List<String> names() {
        return NAMES.stream().map(name -> name.split("=")[0]).toList();
    }

    public static byte[] jpeg(String name) {
        return resource(name + ".jpg");
    }

    /** Interleaved RGB at 1/1, 1/2, 1/4 and 1/8, one after the other. */
    public static byte[] expectedPixels(String name) {
        String source = NAMES.stream()
                .filter(entry -> entry.startsWith(name + "="))
                .map(entry -> entry.split("=")[1])
                .findFirst()
                .orElse(name);
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(resource(source + ".rgb.gz")))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream stream = SampleJpegs.class.getResourceAsStream(file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Index of the first marker of this code that begins a segment. */
    public static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        return at;
    }

    /** Index of the first byte of entropy-coded data. */
    public static int indexOfScanData(byte[] jpeg) {
        int scan = indexOf(jpeg, Markers.START_OF_SCAN);
        return scan + 2 + ((jpeg[scan + 2] & 0xff) << 8 | jpeg[scan + 3] & 0xff);
    }

    public static byte[] insert(byte[] jpeg, int index, int... bytes) {
        byte[] inserted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inserted[i] = (byte) bytes[i];
        }
        return insert(jpeg, index, inserted);
    }

    public static byte[] insert(byte[] jpeg, int index, byte[] bytes) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.writeBytes(Arrays.copyOf(jpeg, index));
        result.writeBytes(bytes);
        result.writeBytes(Arrays.copyOfRange(jpeg, index, jpeg.length));
        return result.toByteArray();
    }

    /** A copy with some bytes replaced. */
    public static byte[] replace(byte[] jpeg, int index, int... bytes) {
        byte[] result = jpeg.clone();
        for (int i = 0; i < bytes.length; i++) {
            result[index + i] = (byte) bytes[i];
        }
        return result;
    }
}
