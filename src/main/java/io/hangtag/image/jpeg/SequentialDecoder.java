package io.hangtag.image.jpeg;

/** Reads whole blocks, as sequential scans hold them. */
interface SequentialDecoder extends EntropyDecoder {
    /**
     * Reads the next block.
     *
     * @param scanComponent whose block it is, by its place in the scan
     * @param block 64 zeros, where the dequantized coefficients are put row by row
     * @return the place in the coded order of the last coefficient that was put
     */
    int decode(int scanComponent, int[] block);
}
