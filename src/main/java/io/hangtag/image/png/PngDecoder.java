package io.hangtag.image.png;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Canvas;
import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;

/** Reads PNG. It cannot decode at a reduced size, so {@code reduction} is ignored. */
public final class PngDecoder implements ImageDecoder {
    @Override
    public ImageFormat format() {
        return ImageFormat.PNG;
    }

    @Override
    public ImageHeader readHeader(byte[] photo) {
        PngFile file = PngFile.read(photo);
        return new ImageHeader(
                ImageFormat.PNG, file.header().width(), file.header().height(), file.orientation());
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        PngFile file = PngFile.read(photo);
        PngHeader header = file.header();
        RowPainter painter = RowPainter.of(file);
        Canvas canvas = Canvas.of(header.width(), header.height(), background);
        int rowsPainted = 0;
        try (ImageData data = new ImageData(file.data())) {
            for (Pass pass : Pass.of(header)) {
                PassReader reader = new PassReader(header, pass, data);
                while (reader.hasNext()) {
                    if (!reader.paintNext(painter, canvas)) {
                        throw cutShort(photo, header, rowsPainted);
                    }
                    rowsPainted++;
                }
            }
        }
        return canvas.image();
    }

    private static HangtagException cutShort(byte[] photo, PngHeader header, int rowsPainted) {
        int rows = Pass.of(header).stream()
                .filter(pass -> pass.columns(header.width()) > 0)
                .mapToInt(pass -> pass.rows(header.height()))
                .sum();
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE,
                "The PNG's %d bytes hold only %d of its %d rows; upload the whole file again."
                        .formatted(photo.length, rowsPainted, rows));
    }
}
