package io.hangtag.image.webp.lossy;

/**
 * Predicts subblocks of 4 x 4 luma samples (RFC 6386, section 12.3).
 *
 * <p>The thirteen samples around a subblock are laid out as one line that runs up its left side, around the corner and on
 * to the right above it. Each slanted mode then is a walk along that line: which sample a place gets depends only on how
 * far its row and column are apart.
 */
final class SubblockPredictor {
    private static final int SIDE = 4;
    private static final int CORNER = 4;
    private static final int ABOVE = 5;
    private static final int LAST = 12;

    private final int[] edge = new int[LAST + 1];

    /**
     * Predicts one subblock in place.
     *
     * @param at the sample at its upper left corner
     * @param right the four samples above and to the right of it
     * @param rightAt where they begin in {@code right}
     */
    void predict(SubblockMode mode, Plane plane, int at, byte[] right, int rightAt) {
        if (mode == SubblockMode.TRUE_MOTION) {
            BlockPredictor.trueMotion(plane, at, SIDE);
            return;
        }
        readEdge(plane, at, right, rightAt);
        if (mode == SubblockMode.MEAN) {
            BlockPredictor.fill(plane, at, SIDE, mean());
            return;
        }
        byte[] samples = plane.samples();
        for (int row = 0; row < SIDE; row++) {
            int from = at + plane.stride() * row;
            for (int column = 0; column < SIDE; column++) {
                samples[from + column] = (byte) sample(mode, row, column);
            }
        }
    }

    private void readEdge(Plane plane, int at, byte[] right, int rightAt) {
        byte[] samples = plane.samples();
        int above = at - plane.stride();
        for (int i = 0; i < SIDE; i++) {
            edge[CORNER - 1 - i] = samples[at + plane.stride() * i - 1] & 0xFF;
            edge[ABOVE + i] = samples[above + i] & 0xFF;
            edge[ABOVE + SIDE + i] = right[rightAt + i] & 0xFF;
        }
        edge[CORNER] = samples[above - 1] & 0xFF;
    }

    private int sample(SubblockMode mode, int row, int column) {
        return switch (mode) {
            case MEAN, TRUE_MOTION -> throw new IllegalArgumentException(mode + " is not a walk along the edge");
            case VERTICAL -> smoothed(ABOVE + column);
            // Below the lowest sample to the left there is none; it stands in for its neighbour.
            case HORIZONTAL -> row == SIDE - 1 ? three(edge[1], edge[0], edge[0]) : smoothed(CORNER - 1 - row);
            case SOUTH_WEST -> southWest(row + column);
            case SOUTH_EAST -> smoothed(CORNER + column - row);
            case SOUTH_SOUTH_EAST -> southSouthEast(2 * column - row);
            case SOUTH_SOUTH_WEST -> southSouthWest(row, column);
            case EAST_SOUTH_EAST -> eastSouthEast(2 * row - column);
            case EAST_NORTH_EAST -> eastNorthEast(2 * row + column);
        };
    }

    private byte mean() {
        int sum = SIDE;
        for (int i = 0; i < SIDE; i++) {
            sum += edge[i] + edge[ABOVE + i];
        }
        return (byte) (sum >> 3);
    }

    private int southWest(int distance) {
        int center = ABOVE + 1 + distance;
        return center == LAST ? three(edge[LAST - 1], edge[LAST], edge[LAST]) : smoothed(center);
    }

    private int southSouthEast(int distance) {
        if (distance < -1) {
            return smoothed(ABOVE + distance);
        }
        return (distance & 1) == 0 ? between(CORNER + distance / 2) : smoothed(CORNER + (distance + 1) / 2);
    }

    private int southSouthWest(int row, int column) {
        if (column == SIDE - 1 && row >= 2) {
            // These two do not follow the pattern.
            return smoothed(ABOVE + 3 + row);
        }
        int from = ABOVE + column + row / 2;
        return (row & 1) == 0 ? between(from) : smoothed(from + 1);
    }

    private int eastSouthEast(int distance) {
        if (distance < -1) {
            return smoothed(CORNER - 1 - distance);
        }
        return (distance & 1) == 0 ? between(CORNER - 1 - distance / 2) : smoothed(CORNER - (distance + 1) / 2);
    }

    private int eastNorthEast(int distance) {
        if (distance > 5) {
            return edge[0];
        }
        if (distance == 5) {
            return three(edge[1], edge[0], edge[0]);
        }
        return (distance & 1) == 0 ? between(2 - distance / 2) : smoothed(2 - distance / 2);
    }

    /** Halfway between a sample of the edge and the next. */
    private int between(int index) {
        return edge[index] + edge[index + 1] + 1 >> 1;
    }

    /** A sample of the edge, smoothed with its two neighbours. */
    private int smoothed(int center) {
        return three(edge[center - 1], edge[center], edge[center + 1]);
    }

    private static int three(int before, int center, int after) {
        return before + 2 * center + after + 2 >> 2;
    }
}
