package io.hangtag.image.jpeg;

/** Adds to blocks what one progressive scan holds of them. */
interface ProgressiveDecoder extends EntropyDecoder {
    /**
     * Reads the next block's share.
     *
     * @param scanComponent whose block it is, by its place in the scan
     * @param coefficients where the block's coefficients are, row by row
     * @param offset where the block begins
     */
    void decode(int scanComponent, short[] coefficients, int offset);
}
