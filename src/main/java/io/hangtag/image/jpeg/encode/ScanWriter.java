package io.hangtag.image.jpeg.encode;

import io.hangtag.image.jpeg.ZigZag;

/** Writes the only scan: unit after unit, four blocks of luminance and one of each colour (T.81 A.2.3). Used once. */
final class ScanWriter {
    private final BitWriter bits;
    private final Quantizer luminance;
    private final Quantizer chrominance;
    private final ForwardTransform transform = new ForwardTransform();
    private final BlockCoder luminanceCoder = new BlockCoder(HuffmanCodes.LUMINANCE_DC, HuffmanCodes.LUMINANCE_AC);
    private final BlockCoder blueCoder = new BlockCoder(HuffmanCodes.CHROMINANCE_DC, HuffmanCodes.CHROMINANCE_AC);
    private final BlockCoder redCoder = new BlockCoder(HuffmanCodes.CHROMINANCE_DC, HuffmanCodes.CHROMINANCE_AC);
    private final float[] block = new float[ZigZag.LENGTH];
    private final int[] quantized = new int[ZigZag.LENGTH];

    ScanWriter(BitWriter bits, Quantizer luminance, Quantizer chrominance) {
        this.bits = bits;
        this.luminance = luminance;
        this.chrominance = chrominance;
    }

    void write(ColorPlanes planes) {
        for (int row = 0; row < planes.rows(); row++) {
            for (int column = 0; column < planes.columns(); column++) {
                int left = column * Plane.BLOCK;
                int top = row * Plane.BLOCK;
                for (int i = 0; i < 4; i++) {
                    int x = 2 * left + (i & 1) * Plane.BLOCK;
                    int y = 2 * top + (i >> 1) * Plane.BLOCK;
                    write(planes.luminance(), x, y, luminance, luminanceCoder);
                }
                write(planes.blue(), left, top, chrominance, blueCoder);
                write(planes.red(), left, top, chrominance, redCoder);
            }
        }
    }

    private void write(Plane plane, int left, int top, Quantizer quantizer, BlockCoder coder) {
        plane.read(left, top, block);
        transform.transform(block);
        quantizer.quantize(block, quantized);
        coder.write(quantized, bits);
    }
}
