package io.hangtag.lambda;

import io.hangtag.image.RgbImage;
import io.hangtag.image.jpeg.encode.JpegEncoder;
import java.util.List;
import java.util.SplittableRandom;

/** Draws noise as JPEGs of the sizes that a model's input makes the decoder read at 1/1, 1/2, 1/4 and 1/8. */
final class PrimingPhotos {
    private static final int QUALITY = 85;
    private static final int NOISE = 48;

    private PrimingPhotos() {}

    /** Most often what shops upload: a megapixel. */
    static List<byte[]> draw() {
        byte[] megapixel = jpeg(1_152, 864);
        return List.of(megapixel, jpeg(288, 216), megapixel, jpeg(576, 432), megapixel, jpeg(2_304, 1_728));
    }

    private static byte[] jpeg(int width, int height) {
        SplittableRandom random = new SplittableRandom(width);
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (96 + 64L * i / samples.length + random.nextInt(NOISE));
        }
        return new JpegEncoder(QUALITY).encode(new RgbImage(width, height, samples));
    }
}
