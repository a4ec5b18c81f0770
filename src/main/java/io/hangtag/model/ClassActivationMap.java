package io.hangtag.model;

/**
 * Where in the model's square a class was seen: a class's weighted sum of the last feature maps (B. Zhou and others,
 * "Learning Deep Features for Discriminative Localization", 2016). The mean over all cells is what the class's logit owes to
 * the picture; the array is owned by whoever holds the record.
 *
 * @param width cells a row
 * @param height rows
 * @param cells {@code width * height} values, row after row; above zero where the picture speaks for the class
 */
public record ClassActivationMap(int width, int height, float[] cells) {
    public ClassActivationMap {
        if (width < 1 || height < 1 || cells.length != (long) width * height) {
            throw new IllegalArgumentException("%d x %d cells do not fit %d".formatted(width, height, cells.length));
        }
    }

    /**
     * The map of one class.
     *
     * @param activation float [channels, height, width]
     * @param classIndex in the order of the model's classes
     */
    static ClassActivationMap of(float[] activation, int width, int height, ClassHead head, int classIndex) {
        float[] cells = new float[width * height];
        for (int channel = 0; channel < head.channels(); channel++) {
            float weight = head.weight(classIndex, channel);
            int start = channel * cells.length;
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] += weight * activation[start + cell];
            }
        }
        return new ClassActivationMap(width, height, cells);
    }

    /** The largest value. */
    public float peak() {
        float peak = cells[0];
        for (float cell : cells) {
            peak = Math.max(peak, cell);
        }
        return peak;
    }

    /**
     * The value at a place of the square, between the middles of cells linearly, beyond the outer ones as they are.
     *
     * @param x 0..1 from the left edge
     * @param y 0..1 from the top edge
     */
    public double at(double x, double y) {
        double column = clamp(x * width - 0.5, width - 1);
        double row = clamp(y * height - 0.5, height - 1);
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double above = mix(cells[top * width + left], cells[top * width + right], column - left);
        double below = mix(cells[bottom * width + left], cells[bottom * width + right], column - left);
        return mix(above, below, row - top);
    }

    private static double clamp(double value, int most) {
        return Math.max(0, Math.min(most, value));
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
