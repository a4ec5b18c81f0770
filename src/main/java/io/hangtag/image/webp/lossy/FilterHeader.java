package io.hangtag.image.webp.lossy;

/**
 * How the frame is loop-filtered (RFC 6386, sections 9.4 and 19.2). Of the eight adjustments two can apply to a key frame.
 *
 * @param simple whether the simple filter is used rather than the normal one
 * @param level 0 to 63; 0 means not at all
 * @param sharpness 0 to 7
 * @param keyFrameAdjustment added to the level of every macroblock
 * @param subblockAdjustment added besides where subblocks are predicted one by one
 */
record FilterHeader(boolean simple, int level, int sharpness, int keyFrameAdjustment, int subblockAdjustment) {
    private static final int ADJUSTMENTS = 4;
    private static final int MAX_LEVEL = 63;

    static FilterHeader read(BoolDecoder bits) {
        boolean simple = bits.readFlag();
        int level = bits.readLiteral(6);
        int sharpness = bits.readLiteral(3);
        int keyFrameAdjustment = 0;
        int subblockAdjustment = 0;
        boolean adjusted = bits.readFlag();
        if (adjusted && bits.readFlag()) {
            keyFrameAdjustment = readFirst(bits);
            subblockAdjustment = readFirst(bits);
        }
        return new FilterHeader(simple, level, sharpness, keyFrameAdjustment, subblockAdjustment);
    }

    /** Reads a list of adjustments and keeps the first; the others are for frames predicted from other frames. */
    private static int readFirst(BoolDecoder bits) {
        int first = bits.readOptionalSigned(6);
        for (int i = 1; i < ADJUSTMENTS; i++) {
            bits.readOptionalSigned(6);
        }
        return first;
    }

    /** The level for a macroblock (RFC 6386, section 9.4, in the order of libwebp: clamped once, at the end). */
    int level(int ofSegment, boolean bySubblocks) {
        int adjusted = ofSegment + keyFrameAdjustment + (bySubblocks ? subblockAdjustment : 0);
        return Math.max(0, Math.min(MAX_LEVEL, adjusted));
    }
}
