package io.hangtag.image.jpeg;

/**
 * The step sizes of the 64 coefficients (T.81 B.2.4.1).
 *
 * @param steps in the coded order; not to be changed
 */
record QuantizationTable(int[] steps) {
    /** The steps row by row. */
    int[] natural() {
        int[] order = ZigZag.naturalOrder();
        int[] natural = new int[ZigZag.LENGTH];
        for (int k = 0; k < ZigZag.LENGTH; k++) {
            natural[order[k]] = steps[k];
        }
        return natural;
    }
}
