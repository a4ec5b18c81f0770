package io.hangtag.image.gif;

/**
 * Everything that stands before the first picture's pixels, and where these begin.
 *
 * @param screenWidth columns of the whole picture: of the logical screen, or more where the frame reaches beyond it
 * @param screenHeight its rows
 * @param left the frame's first column on the screen
 * @param top its first row
 * @param width its columns, perhaps none
 * @param height its rows, perhaps none
 * @param interlaced whether its rows come in four passes
 * @param transparentIndex the index that lets the background through, or −1
 * @param colors what its indexes stand for
 * @param dataOffset where the LZW minimum code size stands in the file
 */
record FirstFrame(
        int screenWidth,
        int screenHeight,
        int left,
        int top,
        int width,
        int height,
        boolean interlaced,
        int transparentIndex,
        int[] colors,
        int dataOffset) {}
