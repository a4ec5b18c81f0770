package io.hangtag.image.jpeg;

/**
 * Turns the coefficients of a block into samples, of full size or fewer (T.81 A.3.3). Not for use by two threads, since
 * intermediate values replace the coefficients.
 */
interface InverseTransform {
    /**
     * Transforms one block.
     *
     * @param block 64 dequantized coefficients row by row; what is left in them has no meaning
     * @param last place in the coded order behind which all are zero
     * @param samples where the samples are put, as unsigned levels
     * @param offset index of the block's first sample
     * @param stride from one row of samples to the next
     */
    void apply(int[] block, int last, byte[] samples, int offset, int stride);

    /** The transform to blocks of 8, 4, 2 or 1 samples a side. */
    static InverseTransform toBlocksOf(int side) {
        return switch (side) {
            case 8 -> new FullTransform();
            case 4 -> new HalfTransform();
            case 2 -> new QuarterTransform();
            case 1 -> new MeanTransform();
            default -> throw new IllegalArgumentException("No transform gives blocks of " + side);
        };
    }
}
