package io.hangtag.image.jpeg;

/**
 * Where the blocks and samples of one component lie (T.81 A.1, A.2) when the picture is decoded at a reduced size.
 *
 * @param component the component
 * @param blocksWide blocks that hold picture, a row
 * @param blocksHigh rows of blocks that hold picture
 * @param codedBlocksWide the same with those that only fill the last MCU
 * @param codedBlocksHigh the same with those that only fill the last MCU
 * @param blockSide samples a block gives in each direction: 8, 4, 2 or 1
 * @param samplesWide samples that hold picture, a row
 * @param samplesHigh rows of samples that hold picture
 * @param expandHorizontally pixels to each sample
 * @param expandVertically rows of pixels to each row of samples
 */
record ComponentLayout(
        FrameComponent component,
        int blocksWide,
        int blocksHigh,
        int codedBlocksWide,
        int codedBlocksHigh,
        int blockSide,
        int samplesWide,
        int samplesHigh,
        int expandHorizontally,
        int expandVertically) {

    /** The samples that the component has for each row of MCUs. */
    int rowsInMcu() {
        return component.verticalSampling() * blockSide;
    }

    /** Whether a block is one sample, its mean, so that AC coefficients change nothing. */
    boolean needsDcOnly() {
        return blockSide == 1;
    }
}
