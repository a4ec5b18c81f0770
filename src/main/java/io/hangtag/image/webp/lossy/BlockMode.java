package io.hangtag.image.webp.lossy;

/** How a whole block of luma or chroma is predicted (RFC 6386, sections 11.2 and 12.2). */
enum BlockMode {
    /** The mean of the edges. */
    MEAN(SubblockMode.MEAN),
    /** The row above, in every row. */
    VERTICAL(SubblockMode.VERTICAL),
    /** The column to the left, in every column. */
    HORIZONTAL(SubblockMode.HORIZONTAL),
    /** Left plus above minus corner. */
    TRUE_MOTION(SubblockMode.TRUE_MOTION),
    /** Luma only: each subblock has a mode of its own. */
    BY_SUBBLOCKS(SubblockMode.MEAN);

    private final SubblockMode implied;

    BlockMode(SubblockMode implied) {
        this.implied = implied;
    }

    /** What the subblocks count as when their neighbours' modes are read (section 11.3). */
    SubblockMode implied() {
        return implied;
    }
}
