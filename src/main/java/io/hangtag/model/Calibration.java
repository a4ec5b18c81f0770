package io.hangtag.model;

/**
 * Temperature scaling (Guo et al., "On Calibration of Modern Neural Networks", 2017): softmax of the logits divided by one
 * number fitted on validation.
 *
 * @param temperature above 0
 */
record Calibration(double temperature) {
    /** Probabilities that sum to 1. */
    double[] probabilities(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((logits[i] - largest) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** The logistic function. */
    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
