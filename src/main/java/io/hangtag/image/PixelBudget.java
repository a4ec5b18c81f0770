package io.hangtag.image;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds how many pixels are decoded at one time, since that is what takes memory: small photos come side by side, one at the
 * limits by itself. Whoever comes first goes first, so that no large one waits for ever. Safe from several threads.
 */
public final class PixelBudget {
    /** Counted in thousands, rounded up, so that the largest picture an array can hold fits an int. */
    private static final long UNIT = 1_000;

    private final int whole;
    private final Semaphore left;

    /**
     * A budget of which nothing is spent.
     *
     * @param pixels at least 1; of fewer than a photo has, that photo takes all
     */
    public PixelBudget(long pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException("At least one pixel is decoded at once, not " + pixels);
        }
        this.whole = units(pixels);
        this.left = new Semaphore(whole, true);
    }

    /**
     * Decodes a photo when there is room for it; waits in the calling thread until then.
     *
     * @param pixels that the photo declares
     */
    <T> T spend(long pixels, Supplier<T> decoding) {
        int share = Math.min(whole, units(pixels));
        left.acquireUninterruptibly(share);
        try {
            return decoding.get();
        } finally {
            left.release(share);
        }
    }

    private static int units(long pixels) {
        return (int) Math.min(Integer.MAX_VALUE, (pixels + UNIT - 1) / UNIT);
    }
}
