package io.hangtag.image;

/**
 * For each target pixel along one axis, which source pixels contribute and by how much. When shrinking, the kernel is
 * stretched by the scale, so that every source pixel counts (antialiasing).
 *
 * @param first index of the first contributing source pixel, one a target pixel
 * @param weights fixed-point weights, one row a target pixel, summing to about {@code 1 << FRACTION_BITS}
 */
record ResampleWeights(int[] first, int[][] weights) {
    /** As many as leave an 8-bit sample times the weights' overshoot room in 32 bits; Pillow's choice, kept to equal it. */
    static final int FRACTION_BITS = 22;

    static ResampleWeights of(int sourceLength, int targetLength, ResizeFilter filter) {
        double scale = (double) sourceLength / targetLength;
        double stretch = Math.max(scale, 1.0);
        double support = filter.support() * stretch;
        int[] first = new int[targetLength];
        int[][] weights = new int[targetLength][];
        for (int target = 0; target < targetLength; target++) {
            double center = (target + 0.5) * scale;
            int from = Math.max((int) (center - support + 0.5), 0);
            int to = Math.min((int) (center + support + 0.5), sourceLength);
            first[target] = from;
            weights[target] = fixedPoint(kernel(from, to, center, stretch, filter));
        }
        return new ResampleWeights(first, weights);
    }

    private static double[] kernel(int from, int to, double center, double stretch, ResizeFilter filter) {
        double[] kernel = new double[to - from];
        double sum = 0.0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = filter.weight((i + from - center + 0.5) / stretch);
            sum += kernel[i];
        }
        if (sum != 0.0) {
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] /= sum;
            }
        }
        return kernel;
    }

    private static int[] fixedPoint(double[] kernel) {
        int[] fixed = new int[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            double scaled = kernel[i] * (1 << FRACTION_BITS);
            fixed[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return fixed;
    }
}
