package io.hangtag.image.jpeg;

import java.util.Arrays;

/**
 * What the scans have given so far of each coefficient. Each scan has to go on where those before it stopped (T.81 G.1.1.1):
 * that refuses files which repeat scans without end, and tells whether a file without an end marker is whole.
 */
final class ScanProgress {
    private static final int MISSING = -1;

    /** Far more than any encoder writes: ten is usual, optimizers end below forty. */
    private static final int MOST_SCANS = 100;

    /**
     * Coefficients gone over, in all scans together: some seconds. The largest picture that the default limits let pass has 192
     * million in three colours, and encoders go over each three to five times; a file of kilobytes can ask for fourteen.
     */
    private static final long MOST_WORK = 1_250_000_000L;

    private final int[][] bitsLeftOut;
    private int scans;
    private long work;

    ScanProgress(int components) {
        bitsLeftOut = new int[components][ZigZag.LENGTH];
        for (int[] component : bitsLeftOut) {
            Arrays.fill(component, MISSING);
        }
    }

    void begin(ScanHeader scan) {
        if (++scans > MOST_SCANS) {
            throw JpegFaults.corrupt("This JPEG has more than %d scans".formatted(MOST_SCANS));
        }
        int before = scan.refines() ? scan.approximationHigh() : MISSING;
        for (ScanComponent component : scan.components()) {
            int[] bits = bitsLeftOut[component.component().index()];
            if (!scan.hasDc() && bits[0] == MISSING) {
                throw outOfOrder();
            }
            for (int k = scan.spectralStart(); k <= scan.spectralEnd(); k++) {
                if (bits[k] != before) {
                    throw outOfOrder();
                }
                bits[k] = scan.approximationLow();
            }
        }
    }

    /** Refuses a file whose scans ask for more than any picture does. */
    void spend(long coefficients) {
        work += coefficients;
        if (work > MOST_WORK) {
            throw JpegFaults.corrupt(
                    "The scans of this JPEG ask for more work than any picture does, by scan %d".formatted(scans));
        }
    }

    private RuntimeException outOfOrder() {
        return JpegFaults.corrupt("Scan %d of this JPEG does not continue those before it".formatted(scans));
    }

    /** Whether no scan has been read yet. */
    boolean untouched() {
        return scans == 0;
    }

    /** Whether there is something of every component. */
    boolean coversAllComponents() {
        return Arrays.stream(bitsLeftOut).allMatch(bits -> bits[0] != MISSING);
    }

    /** Whether nothing can follow. */
    boolean complete() {
        return Arrays.stream(bitsLeftOut).flatMapToInt(Arrays::stream).allMatch(bits -> bits == 0);
    }
}
