package io.hangtag.image.jpeg;

/**
 * The binary arithmetic decoder (T.81 D.2). Encoders leave out zero bytes at the end of the data, so before a marker any
 * number of them may be missing; at the end of the file they are not forgiven, since nothing tells them from a cut.
 */
final class ArithmeticReader {
    private static final int WHOLE = 0x10000;
    private static final int HALF = 0x8000;
    private static final int MORE_PROBABLE = 0x80;
    private static final int STATE = 0x7f;

    private final int[] probabilities = ArithmeticStates.probabilities();
    private final int[] afterMoreProbable = ArithmeticStates.afterMoreProbable();
    private final int[] afterLessProbable = ArithmeticStates.afterLessProbable();
    private final byte[] file;
    private int position;
    private boolean exhausted;
    private long code;
    private int interval;
    private int shifts;

    ArithmeticReader(byte[] file, int position) {
        this.file = file;
        this.position = position;
        start();
    }

    private void start() {
        code = 0;
        readByte();
        code <<= 8;
        readByte();
        code <<= 8;
        shifts = 0;
        interval = WHOLE;
    }

    /**
     * Decodes a decision.
     *
     * @param statistics estimates, each a state and, in the highest bit, the symbol that is more probable
     * @param index which of them goes with the decision
     */
    int decide(byte[] statistics, int index) {
        int state = statistics[index] & STATE;
        int symbol = (statistics[index] & MORE_PROBABLE) >> 7;
        int probability = probabilities[state];
        interval -= probability;
        boolean lower = code >> 16 < interval;
        if (lower && interval >= HALF) {
            return symbol;
        }
        // The part that is called more probable may by now be the smaller one: then the two are exchanged.
        boolean moreProbable = lower == interval >= probability;
        if (!lower) {
            code -= (long) interval << 16;
            interval = probability;
        }
        int decision = moreProbable ? symbol : 1 - symbol;
        int next = moreProbable ? afterMoreProbable[state] : afterLessProbable[state];
        statistics[index] = (byte) (Math.abs(next) | (next < 0 ? 1 - symbol : symbol) << 7);
        renormalize();
        return decision;
    }

    private void renormalize() {
        do {
            if (shifts == 0) {
                readByte();
                shifts = 8;
            }
            interval <<= 1;
            code <<= 1;
            shifts--;
        } while (interval < HALF);
    }

    private void readByte() {
        if (position >= file.length) {
            exhausted = true;
        } else if (file[position] != (byte) 0xff) {
            code += (file[position++] & 0xff) << 8;
        } else if (position + 1 >= file.length) {
            exhausted = true;
        } else if (file[position + 1] == 0) {
            code += 0xff00;
            position += 2;
        }
    }

    boolean exhausted() {
        return exhausted;
    }

    /** Index of a byte that is no later than the next marker. */
    int position() {
        return position;
    }

    /** Starts anew behind the restart marker that is due. */
    void passRestartMarker(int number) {
        position = RestartMarkers.pass(file, position, number);
        start();
    }
}
