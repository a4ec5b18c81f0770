package io.hangtag.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of one colour, which the package {@code primary-colors} answers as its README computes. */
public final class TestPictures {
    public static final Color RED_SHIRT = new Color(200, 0, 0);
    public static final Color GREEN_SHIRT = new Color(0, 200, 0);
    public static final Color BLUE_JEANS = new Color(0, 0, 200);
    public static final Color SOME_SHIRT = new Color(100, 100, 0);
    public static final Color UNIDENTIFIED = new Color(128, 0, 128);
    public static final Color NOT_CLOTHING = Color.WHITE;

    private TestPictures() {}

    /** A PNG of 24 x 24 pixels. */
    public static byte[] png(Color color) {
        return png(color, 24);
    }

    /** A square PNG. */
    public static byte[] png(Color color, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
