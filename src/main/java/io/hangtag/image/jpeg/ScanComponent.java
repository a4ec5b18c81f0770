package io.hangtag.image.jpeg;

/**
 * One component of a scan and its entropy coding tables (T.81 B.2.3).
 *
 * @param component the component of the frame
 * @param dcTable which table for DC coefficients, 0..3
 * @param acTable which table for AC coefficients, 0..3
 */
record ScanComponent(FrameComponent component, int dcTable, int acTable) {}
