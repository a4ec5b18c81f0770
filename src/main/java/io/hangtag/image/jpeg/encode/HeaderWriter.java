package io.hangtag.image.jpeg.encode;

import io.hangtag.image.jpeg.Markers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the marker segments around a scan (T.81 Annex B) of three components, the first at twice the size. */
final class HeaderWriter {
    private static final int COMPONENTS = 3;
    /** The first component's sampling factors, 2 x 2, and those of the others, 1 x 1. */
    private static final int[] SAMPLING = {0x22, 0x11, 0x11};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);

    ByteArrayOutputStream bytes() {
        return bytes;
    }

    /** With the JFIF segment that says YCbCr, and nothing of density (T.871 10.1). */
    void startOfImage() {
        marker(Markers.START_OF_IMAGE);
        segment(Markers.APPLICATION_0, 14);
        bytes.writeBytes("JFIF\0".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {1, 2, 0, 0, 1, 0, 1, 0, 0});
    }

    void quantizationTable(int number, Quantizer quantizer) {
        segment(Markers.DEFINE_QUANTIZATION_TABLES, 1 + quantizer.steps().length);
        bytes.write(number);
        for (int step : quantizer.steps()) {
            bytes.write(step);
        }
    }

    void frame(int width, int height) {
        segment(Markers.START_OF_FRAME_BASELINE, 6 + 3 * COMPONENTS);
        bytes.write(8);
        twoBytes(height);
        twoBytes(width);
        bytes.write(COMPONENTS);
        for (int component = 0; component < COMPONENTS; component++) {
            bytes.write(component + 1);
            bytes.write(SAMPLING[component]);
            bytes.write(table(component));
        }
    }

    void huffmanTables() {
        huffmanTable(0x00, HuffmanCodes.LUMINANCE_DC);
        huffmanTable(0x10, HuffmanCodes.LUMINANCE_AC);
        huffmanTable(0x01, HuffmanCodes.CHROMINANCE_DC);
        huffmanTable(0x11, HuffmanCodes.CHROMINANCE_AC);
    }

    void startOfScan() {
        segment(Markers.START_OF_SCAN, 4 + 2 * COMPONENTS);
        bytes.write(COMPONENTS);
        for (int component = 0; component < COMPONENTS; component++) {
            bytes.write(component + 1);
            bytes.write(0x11 * table(component));
        }
        bytes.writeBytes(new byte[] {0, 63, 0});
    }

    byte[] endOfImage() {
        marker(Markers.END_OF_IMAGE);
        return bytes.toByteArray();
    }

    /** Luminance has the first quantization and Huffman tables, colour the second. */
    private static int table(int component) {
        return component == 0 ? 0 : 1;
    }

    private void huffmanTable(int classAndNumber, HuffmanCodes codes) {
        segment(Markers.DEFINE_HUFFMAN_TABLES, 1 + codes.counts().length + codes.symbols().length);
        bytes.write(classAndNumber);
        bytes.writeBytes(codes.counts());
        bytes.writeBytes(codes.symbols());
    }

    /** The length counts itself, two bytes. */
    private void segment(int marker, int parameters) {
        marker(marker);
        twoBytes(2 + parameters);
    }

    private void marker(int marker) {
        bytes.write(0xff);
        bytes.write(marker);
    }

    private void twoBytes(int value) {
        bytes.write(value >> 8);
        bytes.write(value);
    }
}
