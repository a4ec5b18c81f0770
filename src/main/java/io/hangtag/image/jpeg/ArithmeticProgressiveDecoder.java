package io.hangtag.image.jpeg;

/** Arithmetic decoding of progressive scans (T.81 G.1.3, G.2). */
final class ArithmeticProgressiveDecoder implements ProgressiveDecoder {
    private final ArithmeticReader reader;
    private final ScanHeader scan;
    private final ArithmeticModel model;
    private final int[] naturalOrder = ZigZag.naturalOrder();

    /**
     * @param reader at the scan's first byte
     * @param scan the scan's header
     * @param tables the tables in force
     */
    ArithmeticProgressiveDecoder(ArithmeticReader reader, ScanHeader scan, DecodingTables tables) {
        this.reader = reader;
        this.scan = scan;
        this.model = new ArithmeticModel(reader, scan, tables);
    }

    @Override
    public void decode(int scanComponent, short[] coefficients, int offset) {
        int low = scan.approximationLow();
        if (!scan.hasDc()) {
            if (scan.refines()) {
                refineBand(scanComponent, coefficients, offset);
            } else {
                beginBand(scanComponent, coefficients, offset);
            }
        } else if (scan.refines()) {
            coefficients[offset] |= (short) (model.bit() << low);
        } else {
            coefficients[offset] = (short) (model.dc(scanComponent) << low);
        }
    }

    private void beginBand(int scanComponent, short[] coefficients, int offset) {
        int end = scan.spectralEnd();
        for (int k = scan.spectralStart(); k <= end && !model.ends(scanComponent, k); k++) {
            while (!model.begins(scanComponent, k)) {
                k = next(k);
            }
            int value = model.value(scanComponent, k) << scan.approximationLow();
            coefficients[offset + naturalOrder[k]] = (short) value;
        }
    }

    /** Figure G.10: the end of the block is asked for only behind the last coefficient that earlier scans gave. */
    private void refineBand(int scanComponent, short[] coefficients, int offset) {
        int end = scan.spectralEnd();
        int bit = 1 << scan.approximationLow();
        int known = end;
        while (known > 0 && coefficients[offset + naturalOrder[known]] == 0) {
            known--;
        }
        for (int k = scan.spectralStart(); k <= end; k++) {
            if (k > known && model.ends(scanComponent, k)) {
                return;
            }
            while (coefficients[offset + naturalOrder[k]] == 0 && !model.begins(scanComponent, k)) {
                k = next(k);
            }
            int index = offset + naturalOrder[k];
            if (coefficients[index] == 0) {
                coefficients[index] = (short) (model.bit() == 1 ? -bit : bit);
            } else if (model.grows(scanComponent, k)) {
                coefficients[index] += (short) (coefficients[index] < 0 ? -bit : bit);
            }
        }
    }

    private int next(int k) {
        if (k == scan.spectralEnd()) {
            throw new EntropyFault("a run beyond the end of its band");
        }
        return k + 1;
    }

    @Override
    public void restart(int number) {
        model.restart(number);
    }

    @Override
    public boolean exhausted() {
        return reader.exhausted();
    }

    @Override
    public boolean atEndOfFile() {
        return reader.exhausted();
    }

    @Override
    public int position() {
        return reader.position();
    }
}
