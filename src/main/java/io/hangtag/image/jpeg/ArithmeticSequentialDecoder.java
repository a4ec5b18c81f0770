package io.hangtag.image.jpeg;

/** Arithmetic decoding of sequential blocks (T.81 F.2.4). */
final class ArithmeticSequentialDecoder implements SequentialDecoder {
    private final ArithmeticReader reader;
    private final ArithmeticModel model;
    private final int[] naturalOrder = ZigZag.naturalOrder();
    private final int[][] steps;

    /**
     * @param reader at the scan's first byte
     * @param scan the scan's header
     * @param tables the tables in force
     * @param steps for each component of the scan, the quantization steps in the coded order
     */
    ArithmeticSequentialDecoder(ArithmeticReader reader, ScanHeader scan, DecodingTables tables, int[][] steps) {
        this.reader = reader;
        this.model = new ArithmeticModel(reader, scan, tables);
        this.steps = steps;
    }

    @Override
    public int decode(int scanComponent, int[] block) {
        block[0] = model.dc(scanComponent) * steps[scanComponent][0];
        int last = 0;
        for (int k = 1; k < ZigZag.LENGTH && !model.ends(scanComponent, k); k++) {
            while (!model.begins(scanComponent, k)) {
                k++;
                if (k == ZigZag.LENGTH) {
                    throw new EntropyFault("a block of more than 64 coefficients");
                }
            }
            block[naturalOrder[k]] = model.value(scanComponent, k) * steps[scanComponent][k];
            last = k;
        }
        return last;
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
