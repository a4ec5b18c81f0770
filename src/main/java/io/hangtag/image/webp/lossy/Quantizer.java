package io.hangtag.image.webp.lossy;

/**
 * The factors that a segment's coefficients were divided by (RFC 6386, sections 9.6 and 14.1): for luma, for the second
 * order of luma and for chroma, the first coefficient and the others each.
 */
record Quantizer(int lumaFirst, int luma, int secondFirst, int second, int chromaFirst, int chroma) {
    private static final int MIN_SECOND = 8;
    private static final int MAX_CHROMA_FIRST = 132;

    /** The frame's index and what is added to it for each kind of factor, in the order of the header. */
    record Indexes(int base, int lumaFirst, int secondFirst, int second, int chromaFirst, int chroma) {
        static Indexes read(BoolDecoder bits) {
            int base = bits.readLiteral(7);
            int lumaFirst = bits.readOptionalSigned(4);
            int secondFirst = bits.readOptionalSigned(4);
            int second = bits.readOptionalSigned(4);
            int chromaFirst = bits.readOptionalSigned(4);
            int chroma = bits.readOptionalSigned(4);
            return new Indexes(base, lumaFirst, secondFirst, second, chromaFirst, chroma);
        }
    }

    /** The factors for a segment whose index is {@code base}. */
    static Quantizer of(Indexes indexes, int base) {
        return new Quantizer(
                QuantizerTables.dc(base + indexes.lumaFirst),
                QuantizerTables.ac(base),
                2 * QuantizerTables.dc(base + indexes.secondFirst),
                Math.max(MIN_SECOND, QuantizerTables.ac(base + indexes.second) * 155 / 100),
                Math.min(MAX_CHROMA_FIRST, QuantizerTables.dc(base + indexes.chromaFirst)),
                QuantizerTables.ac(base + indexes.chroma));
    }
}
