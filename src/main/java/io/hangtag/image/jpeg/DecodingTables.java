package io.hangtag.image.jpeg;

/** The tables that segments define and redefine between scans (T.81 B.2.4). */
final class DecodingTables {
    private static final int DESTINATIONS = 4;
    private static final int CODE_LENGTHS = 16;
    private static final int LARGEST_DIFFERENCE_SIZE = 15;

    /** The bounds 0 and 1 of small differences, one in each half byte (T.81 F.1.4.4.1.4). */
    private static final int DEFAULT_DC = 0x10;

    /** The last coefficient that counts as a low one (T.81 F.1.4.4.2.1). */
    private static final int DEFAULT_AC = 5;

    private final QuantizationTable[] quantization = new QuantizationTable[DESTINATIONS];
    private final HuffmanCode[] dc = new HuffmanCode[DESTINATIONS];
    private final HuffmanCode[] ac = new HuffmanCode[DESTINATIONS];
    private final int[] dcConditioning = {DEFAULT_DC, DEFAULT_DC, DEFAULT_DC, DEFAULT_DC};
    private final int[] acConditioning = {DEFAULT_AC, DEFAULT_AC, DEFAULT_AC, DEFAULT_AC};
    private int restartInterval;

    /** Takes a segment in; one that defines no table is passed over. */
    void read(Segment segment) {
        switch (segment.marker()) {
            case Markers.DEFINE_QUANTIZATION_TABLES -> readQuantizationTables(segment);
            case Markers.DEFINE_HUFFMAN_TABLES -> readHuffmanCodes(segment);
            case Markers.DEFINE_ARITHMETIC_CONDITIONING -> readConditioning(segment);
            case Markers.DEFINE_RESTART_INTERVAL -> restartInterval = segment.unsignedShort(0);
            default -> {}
        }
    }

    private void readQuantizationTables(Segment segment) {
        int at = 0;
        while (at < segment.length()) {
            int precisionAndDestination = segment.unsignedByte(at++);
            int bytes = (precisionAndDestination >> 4) + 1;
            int destination = destination(precisionAndDestination & 15);
            if (bytes > 2) {
                throw JpegFaults.corrupt("A quantization table of this JPEG is against the format's rules");
            }
            int[] steps = new int[ZigZag.LENGTH];
            for (int k = 0; k < ZigZag.LENGTH; k++) {
                steps[k] = bytes == 1 ? segment.unsignedByte(at) : segment.unsignedShort(at);
                at += bytes;
            }
            quantization[destination] = new QuantizationTable(steps);
        }
    }

    private void readHuffmanCodes(Segment segment) {
        int at = 0;
        while (at < segment.length()) {
            int classAndDestination = segment.unsignedByte(at++);
            int destination = destination(classAndDestination & 15);
            int[] counts = new int[CODE_LENGTHS];
            int total = 0;
            for (int i = 0; i < CODE_LENGTHS; i++) {
                counts[i] = segment.unsignedByte(at++);
                total += counts[i];
            }
            if (total > 256 || classAndDestination >> 4 > 1) {
                throw JpegFaults.corrupt("A Huffman table of this JPEG is against the format's rules");
            }
            byte[] values = new byte[total];
            for (int i = 0; i < total; i++) {
                values[i] = (byte) segment.unsignedByte(at++);
            }
            if (classAndDestination >> 4 == 0) {
                checkDifferenceSizes(values);
                dc[destination] = new HuffmanCode(counts, values);
            } else {
                ac[destination] = new HuffmanCode(counts, values);
            }
        }
    }

    private void readConditioning(Segment segment) {
        for (int at = 0; at < segment.length(); at += 2) {
            int classAndDestination = segment.unsignedByte(at);
            int destination = destination(classAndDestination & 15);
            int value = segment.unsignedByte(at + 1);
            boolean ofDc = classAndDestination >> 4 == 0;
            if (ofDc && (value & 15) > value >> 4 || classAndDestination >> 4 > 1) {
                throw JpegFaults.corrupt("The arithmetic conditioning of this JPEG is against the format's rules");
            }
            (ofDc ? dcConditioning : acConditioning)[destination] = value;
        }
    }

    private static void checkDifferenceSizes(byte[] values) {
        for (byte value : values) {
            if ((value & 0xff) > LARGEST_DIFFERENCE_SIZE) {
                throw JpegFaults.corrupt("A Huffman table of this JPEG is against the format's rules");
            }
        }
    }

    private static int destination(int destination) {
        if (destination >= DESTINATIONS) {
            throw JpegFaults.corrupt("This JPEG defines a table number %d; there are four".formatted(destination));
        }
        return destination;
    }

    /** In MCUs; 0 where there are no restart markers. */
    int restartInterval() {
        return restartInterval;
    }

    QuantizationTable quantizationTable(int destination) {
        return present(quantization[destination], "quantization");
    }

    HuffmanTable dcTable(int destination) {
        return present(dc[destination], "Huffman").table();
    }

    HuffmanTable acTable(int destination) {
        return present(ac[destination], "Huffman").table();
    }

    /** What tells small from large DC differences; the lower bound is in the lower half byte. */
    int dcConditioning(int destination) {
        return dcConditioning[destination];
    }

    /** The last coefficient in the coded order that counts as a low one. */
    int acConditioning(int destination) {
        return acConditioning[destination];
    }

    private static <T> T present(T table, String kind) {
        if (table == null) {
            throw JpegFaults.corrupt("This JPEG lacks a %s table that it refers to".formatted(kind));
        }
        return table;
    }
}
