package io.hangtag.image.webp.lossy;

/**
 * How a subblock of 4 x 4 luma samples is predicted, in the order of {@link SubblockModeProbabilities} (RFC 6386, section
 * 11.2). The slanted ones are named by where they lead, as on a compass.
 */
enum SubblockMode {
    MEAN,
    TRUE_MOTION,
    VERTICAL,
    HORIZONTAL,
    SOUTH_WEST,
    SOUTH_EAST,
    SOUTH_SOUTH_EAST,
    SOUTH_SOUTH_WEST,
    EAST_SOUTH_EAST,
    EAST_NORTH_EAST
}
