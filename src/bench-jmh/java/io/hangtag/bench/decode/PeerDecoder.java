package io.hangtag.bench.decode;

import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.jpeg.JpegDecoder;

/** Another library's JPEG decoder in our decoder's place. Headers are read by ours, so that pixels alone are compared. */
abstract class PeerDecoder implements ImageDecoder {
    private final JpegDecoder headers = new JpegDecoder();

    @Override
    public ImageFormat format() {
        return headers.format();
    }

    @Override
    public ImageHeader readHeader(byte[] photo) {
        return headers.readHeader(photo);
    }
}
