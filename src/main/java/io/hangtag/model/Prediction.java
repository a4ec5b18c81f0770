package io.hangtag.model;

import java.util.OptionalDouble;

/**
 * What the model computed for one photo.
 *
 * @param probabilities one calibrated probability a class, in the package's order; they sum to 1
 * @param clothing probability that there is a garment at all; empty for a model without that output
 */
public record Prediction(double[] probabilities, OptionalDouble clothing) {}
