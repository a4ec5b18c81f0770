package io.hangtag.image.jpeg.encode;

import java.util.HexFormat;

/** One of the Huffman tables of T.81 Annex K.3, and the codes that follow from it. */
final class HuffmanCodes {
    static final HuffmanCodes LUMINANCE_DC =
            new HuffmanCodes("00010501010101010100000000000000", "000102030405060708090a0b");
    static final HuffmanCodes LUMINANCE_AC = new HuffmanCodes(
            "0002010303020403050504040000017d",
            "010203000411051221314106135161072271143281"
                    + "91a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a"
                    + "434445464748494a535455565758595a636465666768696a737475767778797a"
                    + "838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba"
                    + "c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa");
    static final HuffmanCodes CHROMINANCE_DC =
            new HuffmanCodes("00030101010101010101010000000000", "000102030405060708090a0b");
    static final HuffmanCodes CHROMINANCE_AC = new HuffmanCodes(
            "00020102040403040705040400010277",
            "0001020311040521310612415107617113223281"
                    + "08144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a"
                    + "434445464748494a535455565758595a636465666768696a737475767778797a"
                    + "82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba"
                    + "c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa");

    private final byte[] counts;
    private final byte[] symbols;
    private final int[] codes = new int[256];
    private final int[] lengths = new int[256];

    private HuffmanCodes(String counts, String symbols) {
        this.counts = HexFormat.of().parseHex(counts);
        this.symbols = HexFormat.of().parseHex(symbols);
        int code = 0;
        int next = 0;
        // Codes of one length count upwards, and go on one bit longer (T.81 C.2).
        for (int length = 1; length <= this.counts.length; length++) {
            for (int i = 0; i < (this.counts[length - 1] & 0xff); i++) {
                int symbol = this.symbols[next++] & 0xff;
                codes[symbol] = code++;
                lengths[symbol] = length;
            }
            code <<= 1;
        }
    }

    /** How many codes there are of each length from 1 to 16 bits. */
    byte[] counts() {
        return counts;
    }

    /** The symbols by length of their codes. */
    byte[] symbols() {
        return symbols;
    }

    void write(int symbol, BitWriter bits) {
        bits.write(codes[symbol], lengths[symbol]);
    }
}
