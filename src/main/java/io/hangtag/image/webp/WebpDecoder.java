package io.hangtag.image.webp;

import io.hangtag.image.Canvas;
import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.webp.lossless.LosslessDecoder;
import io.hangtag.image.webp.lossy.LossyDecoder;
import io.hangtag.image.webp.lossy.RgbConverter;
import io.hangtag.image.webp.lossy.YuvFrame;

/**
 * Reads WebP, of an animation the first frame, placed on a canvas of the background colour. It does not decode at a reduced
 * size, so {@code reduction} is ignored.
 */
public final class WebpDecoder implements ImageDecoder {
    private static final byte[] OPAQUE = {};

    @Override
    public ImageFormat format() {
        return ImageFormat.WEBP;
    }

    @Override
    public ImageHeader readHeader(byte[] photo) {
        WebpFile file = WebpFileReader.read(photo);
        return new ImageHeader(ImageFormat.WEBP, file.width(), file.height(), file.orientation());
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        WebpFile file = WebpFileReader.read(photo);
        return file.frame().isLossless() ? paintLossless(file, background) : paintLossy(file, background);
    }

    private static RgbImage paintLossless(WebpFile file, RgbColor background) {
        Frame frame = file.frame();
        Chunk chunk = frame.pixels();
        int[] pixels = LosslessDecoder.decode(chunk.photo(), chunk.offset(), chunk.length());
        // Only now, when what the transforms needed besides is free again.
        Canvas canvas = Canvas.of(file.width(), file.height(), background);
        for (int y = 0; y < frame.height(); y++) {
            int pixel = (file.top() + y) * canvas.width() + file.left();
            for (int x = 0; x < frame.width(); x++) {
                int argb = pixels[y * frame.width() + x];
                if (file.translucent()) {
                    canvas.put(pixel + x, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, argb >>> 24);
                } else {
                    canvas.put(pixel + x, argb);
                }
            }
        }
        return canvas.image();
    }

    private static RgbImage paintLossy(WebpFile file, RgbColor background) {
        Frame frame = file.frame();
        Chunk chunk = frame.pixels();
        byte[] alpha = file.translucent()
                ? frame.alpha()
                        .map(plane -> AlphaPlane.decode(plane, frame.width(), frame.height()))
                        .orElse(OPAQUE)
                : OPAQUE;
        YuvFrame yuv = LossyDecoder.decode(chunk.photo(), chunk.offset(), chunk.length());
        Canvas canvas = Canvas.of(file.width(), file.height(), background);
        new RgbConverter(yuv).paint(canvas, file.left(), file.top(), alpha);
        return canvas.image();
    }
}
