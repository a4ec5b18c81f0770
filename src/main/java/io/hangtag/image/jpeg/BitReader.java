package io.hangtag.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of entropy-coded data, most significant first, without the zero byte that is stuffed after each {@code 0xFF} (T.81
 * F.1.2.3). Stops before a marker and at the end of the file; from there it gives zeros and knows that it does.
 *
 * <p>The buffer is open to the decoders of this package, which keep it in local variables while they read a block: that is
 * what the speed of the whole decoder hangs on.
 */
final class BitReader {
    private static final VarHandle BIG_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    /** Bits not yet taken, left-aligned. Below the {@link #count} valid ones there may be some of the byte that follows. */
    long bits;

    /** How many bits are valid. */
    int count;

    private final byte[] file;
    private int position;
    private int invented;

    BitReader(byte[] file, int position) {
        this.file = file;
        this.position = position;
    }

    /** Fills the buffer to at least 56 bits. */
    void refill() {
        if (position + Long.BYTES <= file.length) {
            long next = (long) BIG_ENDIAN_LONG.get(file, position);
            if (suspects(next) == 0) {
                bits |= next >>> count;
                position += missingBytes();
                count |= 56;
                return;
            }
        }
        refillAroundStuffing();
    }

    /** The highest bit of each byte that is 0xFF, and perhaps of one of 0xFE that comes before one. */
    private static long suspects(long next) {
        return ~next - LOWEST_BITS & next & HIGHEST_BITS;
    }

    private int missingBytes() {
        return 63 - count >> 3;
    }

    /** Takes what lies before a 0xFF together, and that by itself. */
    private void refillAroundStuffing() {
        while (count < 56 && position + Long.BYTES <= file.length) {
            long next = (long) BIG_ENDIAN_LONG.get(file, position);
            int clean = Math.min(missingBytes(), Long.numberOfLeadingZeros(suspects(next)) >> 3);
            if (clean == 0) {
                refillByte();
            } else {
                // Of the byte behind it none may stay: it may begin a marker, before which there are zeros.
                bits |= (next & -1L << Long.SIZE - 8 * clean) >>> count;
                position += clean;
                count += 8 * clean;
            }
        }
        while (count < 56) {
            refillByte();
        }
    }

    private void refillByte() {
        int next = 0;
        if (position < file.length && file[position] != (byte) 0xff) {
            next = file[position++] & 0xff;
        } else if (position + 1 < file.length && file[position + 1] == 0) {
            next = 0xff;
            position += 2;
        } else {
            invented += 8;
        }
        bits |= (long) next << 56 - count;
        count += 8;
    }

    /** Takes up to 16 bits; none for a length of 0. */
    int read(int length) {
        if (count < length) {
            refill();
        }
        // In two steps, since a shift by 64 does nothing.
        int value = (int) (bits >>> 1 >>> 63 - length);
        bits <<= length;
        count -= length;
        return value;
    }

    /** Whether bits were taken that the file does not have. */
    boolean exhausted() {
        return count < invented;
    }

    /** Whether nothing but the end of the file follows. */
    boolean atEndOfFile() {
        return position + 1 >= file.length;
    }

    /** Index of a byte that is no later than the next marker, with none between. */
    int position() {
        return position;
    }

    /** Drops what is left of the interval and goes behind the restart marker that is due. */
    void passRestartMarker(int number) {
        position = RestartMarkers.pass(file, position, number);
        bits = 0;
        count = 0;
        invented = 0;
    }
}
