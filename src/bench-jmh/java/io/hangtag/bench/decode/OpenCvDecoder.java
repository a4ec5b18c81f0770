package io.hangtag.bench.decode;

import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import nu.pattern.OpenCV;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** OpenCV's {@code imdecode} with a reduced size, on the libjpeg-turbo that it carries. */
final class OpenCvDecoder extends PeerDecoder {
    OpenCvDecoder() {
        OpenCV.loadLocally();
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        MatOfByte file = new MatOfByte(photo);
        Mat picture = Imgcodecs.imdecode(file, flag(reduction) | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
        try {
            byte[] samples = new byte[3 * picture.cols() * picture.rows()];
            picture.get(0, 0, samples);
            BlueFirst.swap(samples);
            return new RgbImage(picture.cols(), picture.rows(), samples);
        } finally {
            picture.release();
            file.release();
        }
    }

    private static int flag(int reduction) {
        return switch (reduction) {
            case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
            case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
            default -> Imgcodecs.IMREAD_COLOR;
        };
    }
}
