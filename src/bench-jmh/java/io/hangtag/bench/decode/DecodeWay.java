package io.hangtag.bench.decode;

import io.hangtag.image.ImageDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import java.util.function.Supplier;

/** The decoders that one might pick; each feeds the same antialiased letterbox. */
public enum DecodeWay {
    LIBJPEG_TURBO("libjpeg-turbo, scaled (Leptonica, JavaCPP)", LeptonicaDecoder::new),
    HANGTAG("Hangtag's, scaled", JpegDecoder::new),
    OPENCV("OpenCV, reduced imdecode", OpenCvDecoder::new),
    IMAGEIO_SUBSAMPLED("ImageIO, subsampling", () -> new ImageIoDecoder(true)),
    IMAGEIO_FULL("ImageIO, full size", () -> new ImageIoDecoder(false));

    private final String title;
    private final Supplier<ImageDecoder> decoder;

    DecodeWay(String title, Supplier<ImageDecoder> decoder) {
        this.title = title;
        this.decoder = decoder;
    }

    String title() {
        return title;
    }

    /** A decoder, its library loaded. */
    ImageDecoder decoder() {
        return decoder.get();
    }
}
