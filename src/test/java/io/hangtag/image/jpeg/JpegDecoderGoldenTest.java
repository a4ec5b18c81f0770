package io.hangtag.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.Orientation;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pixels are Pillow's to the bit: what the model was trained on is what it is asked about. */
class JpegDecoderGoldenTest {
    private final JpegDecoder decoder = new JpegDecoder();

    static List<String> names() {
        return SampleJpegs.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyReductionEqualsPillow(String name) {
        byte[] jpeg = SampleJpegs.jpeg(name);
        byte[] expected = SampleJpegs.expectedPixels(name);
        ImageHeader header = decoder.readHeader(jpeg);

        int at = 0;
        for (int reduction : new int[] {1, 2, 4, 8}) {
            RgbImage picture = decoder.decode(jpeg, reduction, RgbColor.WHITE);

            assertThat(picture.width()).isEqualTo(divideUp(header.width(), reduction));
            assertThat(picture.height()).isEqualTo(divideUp(header.height(), reduction));
            assertThat(picture.samples())
                    .as("%s at 1/%d", name, reduction)
                    .isEqualTo(Arrays.copyOfRange(expected, at, at + picture.samples().length));
            at += picture.samples().length;
        }
        assertThat(at).isEqualTo(expected.length);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHeaderTellsTheStoredSize(String name) {
        ImageHeader header = decoder.readHeader(SampleJpegs.jpeg(name));

        assertThat(header.format()).isEqualTo(ImageFormat.JPEG).isEqualTo(decoder.format());
        assertThat(header.orientation()).isEqualTo(Orientation.UPRIGHT);
        switch (name) {
            case "one" -> assertThat(List.of(header.width(), header.height())).containsExactly(1, 1);
            case "tall" -> assertThat(List.of(header.width(), header.height())).containsExactly(1, 3000);
            case "wide" -> assertThat(List.of(header.width(), header.height())).containsExactly(3000, 1);
            default -> {
                String size = name.startsWith("s95-") ? name.split("-")[1] : "67x45";
                assertThat("%dx%d".formatted(header.width(), header.height())).isEqualTo(size);
            }
        }
    }

    @Test
    void oneDecoderServesManyThreads() {
        byte[] jpeg = SampleJpegs.jpeg("420");
        byte[] expected = decoder.decode(jpeg, 1, RgbColor.WHITE).samples();

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> decoder.decode(jpeg, 1, RgbColor.WHITE).samples()))
                .allSatisfy(samples -> assertThat(samples).isEqualTo(expected));
    }

    private static int divideUp(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }
}
