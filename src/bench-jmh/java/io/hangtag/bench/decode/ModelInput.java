package io.hangtag.bench.decode;

import io.hangtag.image.ImageLimits;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.util.List;

/** From a file to the square that a model takes, by one way of decoding. */
final class ModelInput {
    private final PhotoReader reader;
    private final LetterboxSpec letterbox;

    /** @param size of the square, in pixels */
    ModelInput(DecodeWay way, int size) {
        this.reader = new PhotoReader(
                List.of(way.decoder()), new ImageLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
        this.letterbox = new LetterboxSpec(size, ResizeFilter.BILINEAR, RgbColor.WHITE);
    }

    RgbImage of(byte[] photo) {
        return reader.letterbox(photo, reader.readHeader(photo), letterbox);
    }
}
