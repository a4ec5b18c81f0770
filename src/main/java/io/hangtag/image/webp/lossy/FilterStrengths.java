package io.hangtag.image.webp.lossy;

/**
 * The limits that the loop filter works with at a level (RFC 6386, section 15.4).
 *
 * @param level 0 to 63; 0 means not at all
 * @param interior how much neighbouring samples beside an edge may differ
 * @param highVariance beyond which difference the samples at an edge are taken to be detail
 */
record FilterStrengths(int level, int interior, int highVariance) {
    static FilterStrengths of(int level, int sharpness) {
        int interior = level;
        if (sharpness > 0) {
            interior = Math.min(interior >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        }
        int highVariance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
        return new FilterStrengths(level, Math.max(1, interior), highVariance);
    }

    /** How much the samples at an edge between macroblocks may differ. */
    int macroblockEdge() {
        return 2 * (level + 2) + interior;
    }

    /** How much the samples at an edge between subblocks may differ. */
    int subblockEdge() {
        return 2 * level + interior;
    }
}
