package io.hangtag.image.jpeg;

import java.util.Arrays;

/** Huffman decoding of sequential blocks (T.81 F.2.2). */
final class HuffmanSequentialDecoder implements SequentialDecoder {
    private final BitReader reader;
    private final int[] naturalOrder = ZigZag.naturalOrder();
    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final int[][] steps;
    private final boolean[] dcOnly;
    private final int[] predictions;

    /**
     * @param reader at the scan's first byte
     * @param scan the scan's header
     * @param tables the tables in force
     * @param steps for each component of the scan, the quantization steps in the coded order
     * @param dcOnly for each component of the scan, whether its AC coefficients are wanted by nobody
     */
    HuffmanSequentialDecoder(
            BitReader reader, ScanHeader scan, DecodingTables tables, int[][] steps, boolean[] dcOnly) {
        int components = scan.components().size();
        this.reader = reader;
        this.steps = steps;
        this.dcOnly = dcOnly;
        this.dcTables = new HuffmanTable[components];
        this.acTables = new HuffmanTable[components];
        this.predictions = new int[components];
        for (int i = 0; i < components; i++) {
            dcTables[i] = tables.dcTable(scan.components().get(i).dcTable());
            acTables[i] = tables.acTable(scan.components().get(i).acTable());
        }
    }

    @Override
    public int decode(int scanComponent, int[] block) {
        int[] stepsOfComponent = steps[scanComponent];
        predictions[scanComponent] += difference(dcTables[scanComponent]);
        block[0] = predictions[scanComponent] * stepsOfComponent[0];
        if (dcOnly[scanComponent]) {
            skipRuns(acTables[scanComponent]);
            return 0;
        }
        return decodeRuns(acTables[scanComponent], stepsOfComponent, block);
    }

    private int difference(HuffmanTable table) {
        if (reader.count < 32) {
            reader.refill();
        }
        int entry = table.symbols[(int) (reader.bits >>> HuffmanTable.LOOKAHEAD_SHIFT)];
        if (entry == 0) {
            entry = table.longSymbol(reader.bits);
        }
        int length = entry & 31;
        int size = entry >> 5;
        long bits = reader.bits << length;
        reader.bits = bits << size;
        reader.count -= length + size;
        return extend(bits, size);
    }

    /** The value of that many bits (T.81 F.2.2.1, EXTEND); those that begin with 0 are negative. */
    private static int extend(long bits, int size) {
        int magnitude = (int) (bits >>> 1 >>> 63 - size);
        int negative = (int) ~(bits >> 63);
        return magnitude + (negative & 1 - (1 << size));
    }

    private int decodeRuns(HuffmanTable table, int[] stepsOfComponent, int[] block) {
        int[] runs = table.runs;
        int[] order = naturalOrder;
        long bits = reader.bits;
        int count = reader.count;
        int last = 0;
        int k = 1;
        while (k < ZigZag.LENGTH) {
            if (count < 32) {
                reader.bits = bits;
                reader.count = count;
                reader.refill();
                bits = reader.bits;
                count = reader.count;
            }
            int entry = runs[(int) (bits >>> HuffmanTable.LOOKAHEAD_SHIFT)];
            if (entry == 0) {
                entry = table.longRun(bits);
            }
            int length = entry & 31;
            bits <<= length;
            count -= length;
            k += entry >> 9 & 127;
            int size = entry >> 5 & 15;
            int value = entry >> HuffmanTable.VALUE_SHIFT;
            if (size != 0) {
                value = extend(bits, size);
                bits <<= size;
                count -= size;
            }
            if (value != 0) {
                last = k - 1;
                if (last >= ZigZag.LENGTH) {
                    break;
                }
                block[order[last]] = value * stepsOfComponent[last];
                // Behind a full block it is not its end that follows, even if it looks like it.
                if ((entry & HuffmanTable.ENDS_BLOCK) != 0 && k < ZigZag.LENGTH) {
                    bits <<= table.endLength();
                    count -= table.endLength();
                    break;
                }
            }
        }
        reader.bits = bits;
        reader.count = count;
        if (k > ZigZag.LENGTH && k < HuffmanTable.END_OF_BLOCK) {
            throw tooLong();
        }
        return last;
    }

    private void skipRuns(HuffmanTable table) {
        int[] skips = table.skips;
        long bits = reader.bits;
        int count = reader.count;
        int k = 1;
        while (k < ZigZag.LENGTH) {
            if (count < 32) {
                reader.bits = bits;
                reader.count = count;
                reader.refill();
                bits = reader.bits;
                count = reader.count;
            }
            int entry = skips[(int) (bits >>> HuffmanTable.LOOKAHEAD_SHIFT)];
            if (entry == 0) {
                entry = table.longSkip(bits);
            }
            int step = entry >>> 16;
            if (HuffmanTable.leavesBlock(k + (step >> 5))) {
                // Joined codes may reach into the next block, a single one may not.
                step = entry & 0xffff;
                if (HuffmanTable.leavesBlock(k + (step >> 5))) {
                    throw tooLong();
                }
            }
            bits <<= step & 31;
            count -= step & 31;
            k += step >> 5;
        }
        reader.bits = bits;
        reader.count = count;
    }

    private static EntropyFault tooLong() {
        return new EntropyFault("a block of more than 64 coefficients");
    }

    @Override
    public void restart(int number) {
        reader.passRestartMarker(number);
        Arrays.fill(predictions, 0);
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
