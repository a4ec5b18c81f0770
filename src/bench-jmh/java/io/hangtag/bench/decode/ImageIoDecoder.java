package io.hangtag.bench.decode;

import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The JDK's decoder: the whole picture, or of it every n-th pixel and row, which aliases. */
final class ImageIoDecoder extends PeerDecoder {
    private final boolean subsampled;

    ImageIoDecoder(boolean subsampled) {
        this.subsampled = subsampled;
    }

    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            reader.setInput(stream, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            if (subsampled) {
                param.setSourceSubsampling(reduction, reduction, 0, 0);
            }
            return rgb(reader.read(0, param));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** Of the type that the JDK gives for colour photos: three bytes a pixel, blue first. */
    private static RgbImage rgb(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IllegalArgumentException("The JDK gave a picture of type " + image.getType());
        }
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        BlueFirst.swap(samples);
        return new RgbImage(image.getWidth(), image.getHeight(), samples);
    }
}
