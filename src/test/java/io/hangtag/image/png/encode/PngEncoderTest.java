package io.hangtag.image.png.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.RgbaImage;
import io.hangtag.image.png.PngDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read again by the platform's own decoder, and by ours. */
class PngEncoderTest {
    private final PngEncoder encoder = new PngEncoder();

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 30", "30, 1", "17, 23", "200, 150"})
    void writesEveryPixelWithItsOpacity(int width, int height) throws IOException {
        byte[] samples = new byte[4 * width * height];
        new Random(1).nextBytes(samples);

        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(encoder.encode(new RgbaImage(width, height, samples))));

        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        assertThat(read.getColorModel().hasAlpha()).isTrue();
        for (int i = 0; i < width * height; i++) {
            int argb = read.getRGB(i % width, i / width);
            assertThat(new byte[] {(byte) (argb >> 16), (byte) (argb >> 8), (byte) argb, (byte) (argb >> 24)})
                    .containsExactly(samples[4 * i], samples[4 * i + 1], samples[4 * i + 2], samples[4 * i + 3]);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200, 100, 50", "255, 10, 20, 30"})
    void isReadByOurOwnDecoder(int opacity, int red, int green, int blue) {
        byte[] png = encoder.encode(new RgbaImage(1, 1, new byte[] {10, 20, 30, (byte) opacity}));

        RgbImage read = new PngDecoder().decode(png, 1, new RgbColor(200, 100, 50));

        assertThat(read.samples()).containsExactly(red, green, blue);
    }
}
