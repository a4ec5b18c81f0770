package io.hangtag.image.jpeg;

/** A block becomes one sample, its mean. */
final class MeanTransform implements InverseTransform {
    @Override
    public void apply(int[] block, int last, byte[] samples, int offset, int stride) {
        samples[offset] = Levels.ofMean(block[0]);
    }
}
