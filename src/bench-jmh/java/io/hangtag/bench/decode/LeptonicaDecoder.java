package io.hangtag.bench.decode;

import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * libjpeg-turbo's own scaled decoding, by the thinnest maintained binding on Maven Central that has it: Leptonica hands
 * {@code reduction} on as {@code scale_denom}.
 */
final class LeptonicaDecoder extends PeerDecoder {
    LeptonicaDecoder() {
        Loader.load(leptonica.class);
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        try (BytePointer file = new BytePointer(photo);
                PIX picture = leptonica.pixReadMemJpeg(file, photo.length, 0, reduction, null, 0)) {
            int width = picture.w();
            int height = picture.h();
            byte[] samples = new byte[3 * width * height];
            int[] row = new int[width];
            IntBuffer pixels = picture.data().limit((long) width * height).asBuffer();
            int at = 0;
            for (int y = 0; y < height; y++) {
                pixels.get(row);
                for (int pixel : row) {
                    samples[at] = (byte) (pixel >> 24);
                    samples[at + 1] = (byte) (pixel >> 16);
                    samples[at + 2] = (byte) (pixel >> 8);
                    at += 3;
                }
            }
            return new RgbImage(width, height, samples);
        }
    }
}
