package io.hangtag.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * Antialiased resizing that equals Pillow's {@code Image.resize}: a horizontal pass, rounded to 8 bits, then a vertical
 * one. Most Java resizers look at the nearest few pixels only, which the model was not trained on. Stateless.
 */
public final class Resampler {
    private static final int HALF = 1 << (ResampleWeights.FRACTION_BITS - 1);

    /** Resizes to exactly the given sides; a picture that has them is returned as it is. */
    public RgbImage resize(RgbImage image, int width, int height, ResizeFilter filter) {
        RgbImage narrowed = width == image.width()
                ? image
                : horizontally(image, width, ResampleWeights.of(image.width(), width, filter));
        return height == narrowed.height()
                ? narrowed
                : vertically(narrowed, height, ResampleWeights.of(narrowed.height(), height, filter));
    }

    private static RgbImage horizontally(RgbImage image, int width, ResampleWeights axis) {
        byte[] source = image.samples();
        byte[] target = new byte[3 * width * image.height()];
        int[][] weights = axis.weights();
        for (int y = 0; y < image.height(); y++) {
            int row = 3 * y * image.width();
            int at = 3 * y * width;
            for (int x = 0; x < width; x++) {
                narrow(source, row + 3 * axis.first()[x], weights[x], target, at + 3 * x);
            }
        }
        return new RgbImage(width, image.height(), target);
    }

    /** One pixel from those beginning at {@code from}. */
    private static void narrow(byte[] source, int from, int[] weights, byte[] target, int at) {
        // One check instead of one for each sample.
        Objects.checkFromIndexSize(from, 3 * weights.length, source.length);
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        for (int i = 0; i < weights.length; i++) {
            int weight = weights[i];
            red += weight * (source[from + 3 * i] & 0xff);
            green += weight * (source[from + 3 * i + 1] & 0xff);
            blue += weight * (source[from + 3 * i + 2] & 0xff);
        }
        target[at] = clip(red);
        target[at + 1] = clip(green);
        target[at + 2] = clip(blue);
    }

    private static RgbImage vertically(RgbImage image, int height, ResampleWeights axis) {
        byte[] source = image.samples();
        int stride = 3 * image.width();
        byte[] target = new byte[stride * height];
        int[] sums = new int[stride];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            int row = stride * axis.first()[y];
            for (int weight : axis.weights()[y]) {
                for (int x = 0; x < stride; x++) {
                    sums[x] += weight * (source[row + x] & 0xff);
                }
                row += stride;
            }
            for (int x = 0; x < stride; x++) {
                target[stride * y + x] = clip(sums[x]);
            }
        }
        return new RgbImage(image.width(), height, target);
    }

    private static byte clip(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> ResampleWeights.FRACTION_BITS));
    }
}
