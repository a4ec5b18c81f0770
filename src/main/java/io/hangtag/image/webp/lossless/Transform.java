package io.hangtag.image.webp.lossless;

/** Something done to the pixels before they were coded, to be undone (RFC 9649, section 3.5). */
interface Transform {
    /**
     * Undoes it.
     *
     * @param pixels as decoded, or as left by the transform undone before; may be changed
     * @return the pixels as they were
     */
    int[] undo(int[] pixels);
}
