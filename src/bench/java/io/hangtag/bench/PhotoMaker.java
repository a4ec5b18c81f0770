package io.hangtag.bench;

import io.hangtag.image.RgbImage;
import io.hangtag.image.jpeg.encode.JpegEncoder;
import java.util.SplittableRandom;

/**
 * Draws photo-like pictures: a garment-like shape with a weave on a softly lit ground, clouds of detail at all scales and the noise
 * of a sensor, so that a JPEG of one has the size and the spread of coefficients of a camera's. The same seed draws the same picture.
 * Stateless.
 */
public final class PhotoMaker {
    /** With it a megapixel has about 300 kB, as a shop's photos have. */
    private static final int QUALITY = 88;

    private static final int NOISE = 11;

    /** A sixth of the sides that 12 MP have, so that all sizes show the same things. */
    private static final int LARGEST_CELL_SHARE = 6;

    private final JpegEncoder encoder = new JpegEncoder(QUALITY);

    /** A photo as a baseline JPEG, 4:2:0. */
    public byte[] jpeg(int width, int height, long seed) {
        return encoder.encode(draw(width, height, seed));
    }

    /** The photo's pixels. */
    public RgbImage draw(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] detail = clouds(width, height, random);
        byte[] samples = new byte[3 * width * height];
        int[] garment = {40 + random.nextInt(160), 40 + random.nextInt(160), 40 + random.nextInt(160)};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float across = (x - width / 2f) / (width * 0.3f);
                float down = (y - height / 2f) / (height * 0.42f);
                boolean inside = across * across + Math.abs(down * down * down) < 1;
                int weave = inside ? ((x / 3 + y / 3) & 1) * 6 : 0;
                float light = detail[y * width + x] * (inside ? 1 : 0.5f) + weave + NOISE * noise(random);
                for (int channel = 0; channel < 3; channel++) {
                    float base = inside ? garment[channel] : 225 - 30f * y / height;
                    samples[3 * (y * width + x) + channel] = level(base + light + NOISE / 4f * noise(random));
                }
            }
        }
        return new RgbImage(width, height, samples);
    }

    private static byte level(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** About normal, of variance 1/2. */
    private static float noise(SplittableRandom random) {
        long bits = random.nextLong();
        float sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += (bits >>> 16 * i & 0xffff) / 32768f - 1;
        }
        return sum / 1.63f;
    }

    /** Random values on ever finer grids, ever weaker, joined smoothly. */
    private static float[] clouds(int width, int height, SplittableRandom random) {
        float[] sum = new float[width * height];
        float strength = 40;
        for (int cell = Math.max(width, height) / LARGEST_CELL_SHARE; cell >= 4; cell /= 3) {
            addGrid(sum, width, height, cell, strength, random);
            strength *= 0.6f;
        }
        return sum;
    }

    private static void addGrid(float[] sum, int width, int height, int cell, float strength, SplittableRandom random) {
        int columns = width / cell + 2;
        float[] grid = new float[columns * (height / cell + 2)];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) random.nextDouble(-strength, strength);
        }
        for (int y = 0; y < height; y++) {
            float down = smooth(y % cell / (float) cell);
            for (int x = 0; x < width; x++) {
                float across = smooth(x % cell / (float) cell);
                int corner = y / cell * columns + x / cell;
                float upper = grid[corner] + across * (grid[corner + 1] - grid[corner]);
                float lower = grid[corner + columns] + across * (grid[corner + columns + 1] - grid[corner + columns]);
                sum[y * width + x] += upper + down * (lower - upper);
            }
        }
    }

    private static float smooth(float share) {
        return share * share * (3 - 2 * share);
    }
}
