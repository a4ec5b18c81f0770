package io.hangtag.image.webp.lossy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the first partition says of the whole frame (RFC 6386, section 19.2).
 *
 * @param segmentation groups of macroblocks
 * @param filter how the frame is filtered
 * @param partitions in how many partitions the coefficients are: 1, 2, 4 or 8
 * @param quantizers the factors of each segment
 * @param probabilities of coefficient tokens, laid out as in {@link CoefficientProbabilityTables}
 * @param skipProbability that a macroblock has coefficients, or {@link #NO_SKIPPING}
 */
record FrameHeader(
        Segmentation segmentation,
        FilterHeader filter,
        int partitions,
        List<Quantizer> quantizers,
        int[] probabilities,
        int skipProbability) {
    /** All macroblocks have coefficients, or at least say for each block that it has none. */
    static final int NO_SKIPPING = -1;

    static FrameHeader read(BoolDecoder bits) {
        // Colour space and clamping: there is one colour space, and clamping what needs none does no harm.
        bits.readLiteral(2);
        Segmentation segmentation = Segmentation.read(bits);
        FilterHeader filter = FilterHeader.read(bits);
        int partitions = 1 << bits.readLiteral(2);
        Quantizer.Indexes indexes = Quantizer.Indexes.read(bits);
        List<Quantizer> quantizers = IntStream.range(0, Segmentation.SEGMENTS)
                .mapToObj(segment -> Quantizer.of(indexes, segmentation.quantizer(segment, indexes.base())))
                .toList();
        // Whether the probabilities outlive the frame; there is no other.
        bits.readFlag();
        int[] probabilities = readProbabilities(bits);
        int skipProbability = bits.readFlag() ? bits.readLiteral(8) : NO_SKIPPING;
        return new FrameHeader(segmentation, filter, partitions, quantizers, probabilities, skipProbability);
    }

    private static int[] readProbabilities(BoolDecoder bits) {
        int[] probabilities = CoefficientProbabilityTables.defaults();
        for (int i = 0; i < probabilities.length; i++) {
            if (bits.read(CoefficientProbabilityTables.updateProbability(i))) {
                probabilities[i] = bits.readLiteral(8);
            }
        }
        return probabilities;
    }
}
