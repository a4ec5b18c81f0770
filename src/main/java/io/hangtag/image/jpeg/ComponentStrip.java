package io.hangtag.image.jpeg;

/**
 * The samples of one component for one row of MCUs, with the last rows of the row of MCUs before it: interpolation looks one
 * row up and one down, so the last rows of a strip can be finished only with the next one.
 */
final class ComponentStrip {
    private final ComponentLayout layout;
    private final int stride;
    private final int carriedRows;
    private final byte[] samples;
    private int firstRow;

    ComponentStrip(ComponentLayout layout, FrameLayout frame) {
        this.layout = layout;
        this.stride = layout.codedBlocksWide() * layout.blockSide();
        // The rows of samples for the smallest whole number of rows of pixels, and one above them.
        this.carriedRows = layout.rowsInMcu() / frame.unit() + 1;
        this.samples = new byte[stride * (carriedRows + layout.rowsInMcu())];
    }

    byte[] samples() {
        return samples;
    }

    int stride() {
        return stride;
    }

    ComponentLayout layout() {
        return layout;
    }

    /** Index of the first sample of a block of the current row of MCUs. */
    int blockOffset(int rowInMcu, int column) {
        return (carriedRows + rowInMcu * layout.blockSide()) * stride + column * layout.blockSide();
    }

    /** Index of the first sample of a row of the component; those outside of the picture are its first and last. */
    int rowOffset(int row) {
        int inside = Math.max(0, Math.min(row, layout.samplesHigh() - 1));
        return (inside - firstRow + carriedRows) * stride;
    }

    /** Makes room for the next row of MCUs. */
    void advance() {
        int rows = layout.rowsInMcu();
        System.arraycopy(samples, rows * stride, samples, 0, carriedRows * stride);
        firstRow += rows;
    }
}
