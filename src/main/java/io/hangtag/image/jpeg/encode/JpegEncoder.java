package io.hangtag.image.jpeg.encode;

import io.hangtag.image.RgbImage;

/**
 * Writes pictures as baseline JPEG: 8 bits, YCbCr with colour at half size in both directions (4:2:0), the Huffman tables
 * of T.81 Annex K. Stateless once made, safe from several threads.
 */
public final class JpegEncoder {
    /** The longest side that a frame header can tell. */
    private static final int LONGEST_SIDE = 65_535;

    private final Quantizer luminance;
    private final Quantizer chrominance;

    /**
     * An encoder of one quality.
     *
     * @param quality 1..100 on the scale of libjpeg: Annex K's tables at 50, no loss but rounding at 100
     */
    public JpegEncoder(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("A quality is 1 to 100, not " + quality);
        }
        this.luminance = Quantizer.luminance(quality);
        this.chrominance = Quantizer.chrominance(quality);
    }

    /**
     * Encodes a picture.
     *
     * @param image at most 65,535 pixels a side
     * @return a whole JFIF file
     */
    public byte[] encode(RgbImage image) {
        if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
            throw new IllegalArgumentException("A JPEG has at most %d pixels a side, not %d x %d"
                    .formatted(LONGEST_SIDE, image.width(), image.height()));
        }
        HeaderWriter header = new HeaderWriter();
        header.startOfImage();
        header.quantizationTable(0, luminance);
        header.quantizationTable(1, chrominance);
        header.frame(image.width(), image.height());
        header.huffmanTables();
        header.startOfScan();
        BitWriter bits = new BitWriter(header.bytes());
        new ScanWriter(bits, luminance, chrominance).write(ColorPlanes.of(image));
        bits.finish();
        return header.endOfImage();
    }
}
