package io.hangtag.api.explanation;

import io.hangtag.image.LetterboxGeometry;
import io.hangtag.model.ClassActivationMap;

/**
 * How warm each pixel of a picture is that lies over the upright photo: a map without the letterbox's bars.
 *
 * @param width pixels a row
 * @param height rows
 * @param values of the map, row after row
 * @param peak the largest value of the whole map, above 0
 */
record HeatMap(int width, int height, double[] values, double peak) {
    /**
     * Stretches a map.
     *
     * @param map over the whole letterbox
     * @param letterbox where the photo lies in it
     * @param size side of the letterbox, in pixels
     * @param picture whose width and height the result has
     */
    static HeatMap of(ClassActivationMap map, LetterboxGeometry letterbox, int size, LetterboxGeometry picture) {
        double[] values = new double[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            double v = (letterbox.top() + (y + 0.5) / picture.height() * letterbox.height()) / size;
            for (int x = 0; x < picture.width(); x++) {
                double u = (letterbox.left() + (x + 0.5) / picture.width() * letterbox.width()) / size;
                values[y * picture.width() + x] = map.at(u, v);
            }
        }
        return new HeatMap(picture.width(), picture.height(), values, Math.max(map.peak(), Float.MIN_NORMAL));
    }

    /** The share of the peak; below 0 where the photo speaks against the class. */
    double share(int pixel) {
        return values[pixel] / peak;
    }
}
