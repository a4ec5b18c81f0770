package io.hangtag.image.jpeg;

/** The tables that segments define and redefine between scans (T.81 B.2.4). */
final class DecodingTables {
    private static final int DESTINATIONS = 4;
    private static final int CODE_LENGTHS = 16;
    private static final int LARGEST_DIFFERENCE_SIZE = 15;

    private final QuantizationTable[] quantization = new QuantizationTable[DESTINATIONS];
    private final HuffmanCode[] dc = new HuffmanCode[DESTINATIONS];
    private final HuffmanCode[] ac = new HuffmanCode[DESTINATIONS];
    private int restartInterval;

    /** Takes a segment in; one that defines no table is passed over. */
    void read(Segment segment) {
        switch (segment.marker()) {
            case Markers.DEFINE_QUANTIZATION_TABLES -> readQuantizationTables(segment);
            case Markers.DEFINE_HUFFMAN_TABLES -> readHuffmanCodes(segment);
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

    private static <T> T present(T table, String kind) {
        if (table == null) {
            throw JpegFaults.corrupt("This JPEG lacks a %s table that it refers to".formatted(kind));
        }
        return table;
    }
}
