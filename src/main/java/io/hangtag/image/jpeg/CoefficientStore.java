package io.hangtag.image.jpeg;

/** The coefficients of one component, kept where several scans make up the picture. */
final class CoefficientStore {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private final ComponentLayout layout;
    private final int perBlock;
    private final short[] coefficients;
    private final int[] steps;
    private final InverseTransform transform;
    private final int[] block = new int[ZigZag.LENGTH];

    /**
     * @param layout the component's place
     * @param quantizationTable the component's step sizes
     * @param dcOnly whether no other coefficients will be put, so that there need be no room for them
     */
    CoefficientStore(ComponentLayout layout, QuantizationTable quantizationTable, boolean dcOnly) {
        this.layout = layout;
        this.perBlock = dcOnly ? 1 : ZigZag.LENGTH;
        this.steps = quantizationTable.natural();
        this.transform = InverseTransform.toBlocksOf(layout.blockSide());
        long length = (long) layout.codedBlocksWide() * layout.codedBlocksHigh() * perBlock;
        if (length > LARGEST_ARRAY) {
            throw JpegFaults.tooManyPixels();
        }
        this.coefficients = new short[(int) length];
    }

    /** All coefficients; a block has them row by row, or its DC coefficient alone. */
    short[] coefficients() {
        return coefficients;
    }

    /** Index of a block's DC coefficient. */
    int offset(int row, int column) {
        return (row * layout.codedBlocksWide() + column) * perBlock;
    }

    /** Keeps a block. */
    void put(int[] whole, int row, int column) {
        int offset = offset(row, column);
        for (int i = 0; i < perBlock; i++) {
            coefficients[offset + i] = (short) whole[i];
        }
    }

    /** Transforms the blocks of one row of MCUs. */
    void render(int mcuRow, ComponentStrip strip) {
        int high = layout.component().verticalSampling();
        for (int y = 0; y < high; y++) {
            for (int column = 0; column < layout.blocksWide(); column++) {
                int last = dequantize(offset(mcuRow * high + y, column));
                transform.apply(block, last, strip.samples(), strip.blockOffset(y, column), strip.stride());
            }
        }
    }

    /** Fills the block; returns 0 where it has nothing but its mean, else the last place. */
    private int dequantize(int offset) {
        block[0] = coefficients[offset] * steps[0];
        int others = 0;
        for (int i = 1; i < perBlock; i++) {
            int coefficient = coefficients[offset + i];
            others |= coefficient;
            block[i] = coefficient * steps[i];
        }
        return others == 0 ? 0 : ZigZag.LENGTH - 1;
    }
}
