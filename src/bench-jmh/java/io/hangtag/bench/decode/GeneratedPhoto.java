package io.hangtag.bench.decode;

import io.hangtag.bench.PhotoMaker;
import io.hangtag.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A photo that is drawn when it is needed, as a JPEG of either kind: our own encoder writes no progressive ones.
 *
 * @param width pixels
 * @param height pixels
 * @param progressive whether the JPEG comes in scans of growing detail, else in one
 * @param seed another one draws another photo
 */
record GeneratedPhoto(int width, int height, boolean progressive, long seed) {
    private static final float QUALITY = 0.9f;

    /** Encodes it as JPEG with halved colour (4:2:0) at quality 90, by the JDK's encoder. */
    byte[] jpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(draw(), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage draw() {
        RgbImage picture = new PhotoMaker().draw(width, height, seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        // AWT takes a raster's elements by their bands, red first.
        image.getRaster().setDataElements(0, 0, width, height, picture.samples());
        return image;
    }

    /** As in {@code 12 MP progressive}. */
    String title() {
        double megapixels = width * (double) height / 1e6;
        return String.format(
                Locale.ROOT,
                megapixels < 1 ? "%.1f MP %s" : "%.0f MP %s",
                megapixels,
                progressive ? "progressive" : "baseline");
    }
}
