package io.hangtag.model;

/**
 * The last layer of a model, for whoever draws where in a photo a class was seen: a class's logit is its row of weights on
 * the mean of the activation over the map's cells, plus a constant. The array is owned by the package and must not be
 * changed.
 *
 * @param activationName name of the float output [N, channels, h, w]
 * @param channels K, how many maps the activation has
 * @param weights float [classes, channels], row by row in the order of the classes
 */
public record ClassHead(String activationName, int channels, float[] weights) {
    public ClassHead {
        if (channels < 1 || weights.length == 0 || weights.length % channels != 0) {
            throw new IllegalArgumentException(
                    "%d weights are not rows of %d channels".formatted(weights.length, channels));
        }
    }

    /** What one unit of a channel's mean adds to the logit of a class, both counted from 0. */
    public float weight(int classIndex, int channel) {
        return weights[classIndex * channels + channel];
    }
}
