package io.hangtag.image.jpeg;

/** Reads the entropy-coded data of one scan. */
interface EntropyDecoder {
    /**
     * Goes on behind a restart marker, with predictions as at the start.
     *
     * @param number which of the eight markers is due
     */
    void restart(int number);

    /** Whether more was taken than the scan has. */
    boolean exhausted();

    /** Whether nothing but the end of the file follows. */
    boolean atEndOfFile();

    /** Index of a byte that is no later than the next marker. */
    int position();
}
