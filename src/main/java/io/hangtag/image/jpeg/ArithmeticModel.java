package io.hangtag.image.jpeg;

import java.util.Arrays;

/** The binary decisions that DC differences and AC coefficients are made of, and their statistics (T.81 F.1.4, F.2.4). */
final class ArithmeticModel {
    private static final int DESTINATIONS = 4;
    private static final int DC_STATISTICS = 64;
    private static final int AC_STATISTICS = 256;
    private static final int DC_SIZES = 20;
    private static final int AC_LOW_SIZES = 189;
    private static final int AC_HIGH_SIZES = 217;

    /** From the statistics of a size to those of the bits of values of that size. */
    private static final int BITS_AFTER_SIZES = 14;

    private static final int TOO_LARGE = 0x8000;

    private final ArithmeticReader reader;
    private final ScanHeader scan;
    private final DecodingTables tables;
    private final byte[][] dc = new byte[DESTINATIONS][DC_STATISTICS];
    private final byte[][] ac = new byte[DESTINATIONS][AC_STATISTICS];
    private final byte[] fixed = {ArithmeticStates.FIXED};
    private final int[] predictions;
    private final int[] contexts;

    ArithmeticModel(ArithmeticReader reader, ScanHeader scan, DecodingTables tables) {
        this.reader = reader;
        this.scan = scan;
        this.tables = tables;
        this.predictions = new int[scan.components().size()];
        this.contexts = new int[scan.components().size()];
    }

    void restart(int number) {
        reader.passRestartMarker(number);
        for (int i = 0; i < DESTINATIONS; i++) {
            Arrays.fill(dc[i], (byte) 0);
            Arrays.fill(ac[i], (byte) 0);
        }
        Arrays.fill(predictions, 0);
        Arrays.fill(contexts, 0);
    }

    /** A decision that is even. */
    int bit() {
        return reader.decide(fixed, 0);
    }

    /** The next DC coefficient of a component. */
    int dc(int scanComponent) {
        int table = scan.components().get(scanComponent).dcTable();
        byte[] statistics = dc[table];
        int at = contexts[scanComponent];
        contexts[scanComponent] = 0;
        if (reader.decide(statistics, at) == 1) {
            int sign = reader.decide(statistics, at + 1);
            int size = reader.decide(statistics, at + 2 + sign);
            int place = DC_SIZES;
            if (size != 0) {
                size = size(statistics, place, size);
                place += Integer.numberOfTrailingZeros(size);
            }
            contexts[scanComponent] = context(tables.dcConditioning(table), size, sign);
            int magnitude = magnitude(statistics, place, size);
            predictions[scanComponent] += sign == 1 ? -magnitude : magnitude;
        }
        return predictions[scanComponent];
    }

    /** How large a difference was tells how the next is likely to be (F.1.4.4.1.2): zero, small or large, and its sign. */
    private static int context(int conditioning, int size, int sign) {
        int lower = 1 << (conditioning & 15) >> 1;
        int upper = 1 << (conditioning >> 4) >> 1;
        if (size < lower) {
            return 0;
        }
        return (size > upper ? 12 : 4) + 4 * sign;
    }

    /** Whether the block has nothing more from this place on. */
    boolean ends(int scanComponent, int k) {
        return reader.decide(acStatistics(scanComponent), 3 * (k - 1)) == 1;
    }

    /** Whether the coefficient at this place, so far zero, gets a value. */
    boolean begins(int scanComponent, int k) {
        return reader.decide(acStatistics(scanComponent), 3 * (k - 1) + 1) == 1;
    }

    /** Whether the coefficient at this place gets a further bit. */
    boolean grows(int scanComponent, int k) {
        return reader.decide(acStatistics(scanComponent), 3 * (k - 1) + 2) == 1;
    }

    /** The value of the AC coefficient at this place, which is not zero. */
    int value(int scanComponent, int k) {
        byte[] statistics = acStatistics(scanComponent);
        int sign = bit();
        int place = 3 * (k - 1) + 2;
        int size = reader.decide(statistics, place);
        if (size != 0 && reader.decide(statistics, place) == 1) {
            int bound =
                    tables.acConditioning(scan.components().get(scanComponent).acTable());
            place = k <= bound ? AC_LOW_SIZES : AC_HIGH_SIZES;
            size = size(statistics, place, 2);
            place += Integer.numberOfTrailingZeros(size) - 1;
        }
        int magnitude = magnitude(statistics, place, size);
        return sign == 1 ? -magnitude : magnitude;
    }

    private byte[] acStatistics(int scanComponent) {
        return ac[scan.components().get(scanComponent).acTable()];
    }

    /** The power of two that the magnitude, less one, is at least. */
    private int size(byte[] statistics, int from, int least) {
        int size = least;
        for (int at = from; reader.decide(statistics, at) == 1; at++) {
            size <<= 1;
            if (size == TOO_LARGE) {
                throw new EntropyFault("a value of more than 15 bits");
            }
        }
        return size;
    }

    private int magnitude(byte[] statistics, int place, int size) {
        int magnitude = size;
        for (int bit = size >> 1; bit > 0; bit >>= 1) {
            if (reader.decide(statistics, place + BITS_AFTER_SIZES) == 1) {
                magnitude |= bit;
            }
        }
        return magnitude + 1;
    }
}
