package io.hangtag.image.jpeg.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.Orientation;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.jpeg.ZigZag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again by the platform's own decoder, and by ours. */
class JpegEncoderTest {
    private static final Path EXAMPLES = Path.of("examples");

    @ParameterizedTest
    @CsvSource({"50, 30.5", "75, 32.5", "85, 34", "95, 36.5"})
    void keepsAPhotoCloseToWhatItWas(int quality, double leastDecibels) throws IOException {
        RgbImage photo = example("navy-blazer.jpg");

        byte[] jpeg = new JpegEncoder(quality).encode(photo);

        assertThat(decibels(platformRead(jpeg), photo)).isGreaterThan(leastDecibels);
        assertThat(jpeg.length).isLessThan(photo.samples().length / 8);
    }

    @Test
    void isReadTheSameByThePlatformAndByOurOwnDecoder() throws IOException {
        byte[] jpeg = new JpegEncoder(85).encode(example("navy-blazer.jpg"));

        RgbImage ours = new JpegDecoder().decode(jpeg, 1, RgbColor.WHITE);

        assertThat(decibels(ours, platformRead(jpeg))).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "40, 1", "7, 9", "16, 16", "17, 15", "15, 33", "64, 48"})
    void writesEverySizeWithItsEdges(int width, int height) throws IOException {
        RgbImage picture = gradient(width, height);

        byte[] jpeg = new JpegEncoder(95).encode(picture);

        assertThat(new JpegDecoder().readHeader(jpeg))
                .isEqualTo(new ImageHeader(ImageFormat.JPEG, width, height, Orientation.UPRIGHT));
        assertThat(decibels(platformRead(jpeg), picture)).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0x808080, 0x7f3311})
    void keepsAPlainColourWithinALevel(int rgb) throws IOException {
        RgbColor color = new RgbColor(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);

        RgbImage read = platformRead(new JpegEncoder(100).encode(RgbImage.filled(20, 20, color)));

        assertThat(read.samples()[0] & 0xff).isBetween(color.red() - 2, color.red() + 2);
        assertThat(read.samples()[1] & 0xff).isBetween(color.green() - 2, color.green() + 2);
        assertThat(read.samples()[2] & 0xff).isBetween(color.blue() - 2, color.blue() + 2);
    }

    /** Coefficients of every length, runs of every length, bytes that need stuffing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 90, 100})
    void writesNoiseThatCanBeRead(int quality) throws IOException {
        Random random = new Random(quality);
        for (int round = 0; round < 20; round++) {
            byte[] samples = new byte[3 * 48 * 48];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextBoolean() ? 255 : 0);
            }
            RgbImage noise = new RgbImage(48, 48, samples);

            byte[] jpeg = new JpegEncoder(quality).encode(noise);

            RgbImage ours = new JpegDecoder().decode(jpeg, 1, RgbColor.WHITE);
            assertThat(decibels(ours, platformRead(jpeg))).isGreaterThan(40);
        }
    }

    @Test
    void writesTheStandardsTables() {
        assertSame(HuffmanCodes.LUMINANCE_DC, JPEGHuffmanTable.StdDCLuminance);
        assertSame(HuffmanCodes.LUMINANCE_AC, JPEGHuffmanTable.StdACLuminance);
        assertSame(HuffmanCodes.CHROMINANCE_DC, JPEGHuffmanTable.StdDCChrominance);
        assertSame(HuffmanCodes.CHROMINANCE_AC, JPEGHuffmanTable.StdACChrominance);
        assertThat(Quantizer.luminance(50).steps()).isEqualTo(inCodedOrder(JPEGQTable.K1Luminance.getTable()));
        assertThat(Quantizer.chrominance(50).steps()).isEqualTo(inCodedOrder(JPEGQTable.K2Chrominance.getTable()));
    }

    @Test
    void saysThatColourHasHalfTheSize() {
        byte[] jpeg = new JpegEncoder(85).encode(gradient(40, 30));

        // SOF0 with its length, 8 bits, 30 x 40, three components: 2 x 2, 1 x 1, 1 x 1
        assertThat(HexFormat.of().formatHex(jpeg))
                .contains("ffc00011" + "08001e002803" + "012200" + "021101" + "031101");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101})
    void refusesAQualityThatIsNone(int quality) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JpegEncoder(quality))
                .withMessageContaining("1 to 100");
    }

    @Test
    void refusesASideThatNoHeaderCanTell() {
        RgbImage line = RgbImage.filled(65_536, 1, RgbColor.WHITE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JpegEncoder(85).encode(line))
                .withMessageContaining("65536 x 1");
    }

    private static void assertSame(HuffmanCodes ours, JPEGHuffmanTable standard) {
        assertThat(unsigned(ours.counts())).startsWith(unsigned(standard.getLengths()));
        assertThat(unsigned(ours.symbols())).isEqualTo(unsigned(standard.getValues()));
    }

    private static int[] unsigned(byte[] values) {
        int[] unsigned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            unsigned[i] = values[i] & 0xff;
        }
        return unsigned;
    }

    private static int[] unsigned(short[] values) {
        int[] unsigned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            unsigned[i] = values[i];
        }
        return unsigned;
    }

    private static int[] inCodedOrder(int[] table) {
        int[] order = ZigZag.naturalOrder();
        int[] coded = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            coded[i] = table[order[i]];
        }
        return coded;
    }

    private static RgbImage example(String name) throws IOException {
        return new JpegDecoder().decode(Files.readAllBytes(EXAMPLES.resolve(name)), 1, RgbColor.WHITE);
    }

    private static RgbImage gradient(int width, int height) {
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            samples[3 * i] = (byte) (255 * (i % width) / width);
            samples[3 * i + 1] = (byte) (255 * (i / width) / height);
            samples[3 * i + 2] = (byte) 90;
        }
        return new RgbImage(width, height, samples);
    }

    private static RgbImage platformRead(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        byte[] samples = new byte[3 * image.getWidth() * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                samples[at++] = (byte) (rgb >> 16);
                samples[at++] = (byte) (rgb >> 8);
                samples[at++] = (byte) rgb;
            }
        }
        return new RgbImage(image.getWidth(), image.getHeight(), samples);
    }

    /** Peak signal-to-noise ratio. */
    private static double decibels(RgbImage actual, RgbImage expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        double squares = 0;
        for (int i = 0; i < actual.samples().length; i++) {
            double difference = (actual.samples()[i] & 0xff) - (expected.samples()[i] & 0xff);
            squares += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * actual.samples().length / Math.max(squares, 1e-9));
    }
}
