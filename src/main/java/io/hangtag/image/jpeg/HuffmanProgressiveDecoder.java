package io.hangtag.image.jpeg;

import java.util.Arrays;

/** Huffman decoding of progressive scans: first and refining, of DC and of AC coefficients (T.81 G.1.2, G.2). */
final class HuffmanProgressiveDecoder implements ProgressiveDecoder {
    /** A run of this many zeros, with no value after it, in a scan of AC coefficients. */
    private static final int SIXTEEN_ZEROS = 15;

    private final BitReader reader;
    private final ScanHeader scan;
    private final int[] naturalOrder = ZigZag.naturalOrder();
    private final HuffmanTable[] tables;
    private final int[] predictions;
    private int endOfBandRun;

    /**
     * @param reader at the scan's first byte
     * @param scan the scan's header
     * @param decodingTables the tables in force
     */
    HuffmanProgressiveDecoder(BitReader reader, ScanHeader scan, DecodingTables decodingTables) {
        int components = scan.components().size();
        this.reader = reader;
        this.scan = scan;
        this.predictions = new int[components];
        this.tables = new HuffmanTable[components];
        for (int i = 0; i < components; i++) {
            ScanComponent component = scan.components().get(i);
            if (!scan.hasDc()) {
                tables[i] = decodingTables.acTable(component.acTable());
            } else if (!scan.refines()) {
                tables[i] = decodingTables.dcTable(component.dcTable());
            }
        }
    }

    @Override
    public void decode(int scanComponent, short[] coefficients, int offset) {
        if (scan.hasDc()) {
            if (scan.refines()) {
                coefficients[offset] |= (short) (reader.read(1) << scan.approximationLow());
            } else {
                int size = symbol(tables[scanComponent]);
                predictions[scanComponent] += value(size);
                coefficients[offset] = (short) (predictions[scanComponent] << scan.approximationLow());
            }
        } else if (scan.refines()) {
            refineBand(tables[scanComponent], coefficients, offset);
        } else {
            beginBand(tables[scanComponent], coefficients, offset);
        }
    }

    private void beginBand(HuffmanTable table, short[] coefficients, int offset) {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        int end = scan.spectralEnd();
        int k = scan.spectralStart();
        while (k <= end) {
            int symbol = symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && run < SIXTEEN_ZEROS) {
                // This block is the first of the run.
                endOfBandRun = (1 << run) + reader.read(run) - 1;
                return;
            }
            k += run;
            if (k > end) {
                throw tooLong();
            }
            if (size != 0) {
                coefficients[offset + naturalOrder[k]] = (short) (value(size) << scan.approximationLow());
            }
            k++;
        }
    }

    /**
     * Figure G.7: new coefficients are counted in by runs over those that are still zero; each one passed that is not gets a
     * correction bit.
     */
    private void refineBand(HuffmanTable table, short[] coefficients, int offset) {
        int end = scan.spectralEnd();
        int bit = 1 << scan.approximationLow();
        int k = scan.spectralStart();
        while (endOfBandRun == 0 && k <= end) {
            int symbol = symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            int value = 0;
            if (size == 1) {
                value = reader.read(1) == 1 ? bit : -bit;
            } else if (size != 0) {
                throw new EntropyFault("a refinement of more than one bit");
            } else if (run < SIXTEEN_ZEROS) {
                endOfBandRun = (1 << run) + reader.read(run);
                break;
            }
            k = passZeros(coefficients, offset, k, run, bit);
            if (k > end) {
                if (value != 0) {
                    throw tooLong();
                }
                return;
            }
            if (value != 0) {
                coefficients[offset + naturalOrder[k]] = (short) value;
            }
            k++;
        }
        if (endOfBandRun > 0) {
            passZeros(coefficients, offset, k, ZigZag.LENGTH, bit);
            endOfBandRun--;
        }
    }

    /** Corrects what is not zero, up to the zero after {@code run} others; returns its place, or that behind the band. */
    private int passZeros(short[] coefficients, int offset, int from, int run, int bit) {
        int end = scan.spectralEnd();
        int zeros = run;
        int k = from;
        while (k <= end) {
            int index = offset + naturalOrder[k];
            int coefficient = coefficients[index];
            if (coefficient == 0) {
                if (--zeros < 0) {
                    break;
                }
            } else if (reader.read(1) == 1 && (coefficient & bit) == 0) {
                coefficients[index] = (short) (coefficient + (coefficient > 0 ? bit : -bit));
            }
            k++;
        }
        return k;
    }

    private static EntropyFault tooLong() {
        return new EntropyFault("a run beyond the end of its band");
    }

    private int symbol(HuffmanTable table) {
        if (reader.count < 32) {
            reader.refill();
        }
        int entry = table.symbols[(int) (reader.bits >>> HuffmanTable.LOOKAHEAD_SHIFT)];
        if (entry == 0) {
            entry = table.longSymbol(reader.bits);
        }
        reader.bits <<= entry & 31;
        reader.count -= entry & 31;
        return entry >> 5;
    }

    /** The value of the next bits (T.81 F.2.2.1, RECEIVE and EXTEND). */
    private int value(int size) {
        int magnitude = reader.read(size);
        return size != 0 && magnitude < 1 << size - 1 ? magnitude - (1 << size) + 1 : magnitude;
    }

    @Override
    public void restart(int number) {
        reader.passRestartMarker(number);
        Arrays.fill(predictions, 0);
        endOfBandRun = 0;
    }

    @Override
    public boolean exhausted() {
        return reader.exhausted();
    }

    @Override
    public boolean atEndOfFile() {
        return reader.atEndOfFile();
    }

    @Override
    public int position() {
        return reader.position();
    }
}
