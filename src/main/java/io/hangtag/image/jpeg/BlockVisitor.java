package io.hangtag.image.jpeg;

/** Is called for each block of a scan, in the order in which the blocks are coded. */
interface BlockVisitor {
    /**
     * Reads the next block.
     *
     * @param scanComponent whose block it is, by its place in the scan
     * @param row which row of the component's blocks
     * @param column which block in that row
     */
    void visit(int scanComponent, int row, int column);

    /** All blocks of a row of MCUs were visited. */
    default void endOfMcuRow() {}
}
