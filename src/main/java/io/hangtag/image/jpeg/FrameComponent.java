package io.hangtag.image.jpeg;

/**
 * One colour component as the frame header declares it (T.81 B.2.2).
 *
 * @param index place in the frame, from 0
 * @param identifier what scan headers call it
 * @param horizontalSampling horizontal sampling factor, 1..4
 * @param verticalSampling vertical sampling factor, 1..4
 * @param quantizationTable which of the four quantization tables
 */
record FrameComponent(int index, int identifier, int horizontalSampling, int verticalSampling, int quantizationTable) {}
