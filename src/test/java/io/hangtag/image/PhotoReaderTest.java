package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.testing.TestPictures;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoReaderTest {
    private static final LetterboxSpec LETTERBOX = new LetterboxSpec(16, ResizeFilter.BILINEAR, new RgbColor(1, 2, 3));

    private final PhotoReader reader = new PhotoReader(List.of(new PngDecoder()), new ImageLimits(2_000, 10_000, 120));

    @Test
    void makesASquareOfTheModelsSize() {
        byte[] photo = TestPictures.png(new Color(10, 20, 30));

        RgbImage input = reader.letterbox(photo, reader.readHeader(photo), LETTERBOX);

        assertThat(input.width()).isEqualTo(16);
        assertThat(input.samples())
                .isEqualTo(RgbImage.filled(16, 16, new RgbColor(10, 20, 30)).samples());
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "24, 24", "1000, 24"})
    void shrinksToTheLongerSideAndNeverEnlarges(int side, int expected) {
        byte[] photo = TestPictures.png(new Color(10, 20, 30));

        RgbImage small = reader.shrink(photo, reader.readHeader(photo), side);

        assertThat(small.samples())
                .isEqualTo(RgbImage.filled(expected, expected, new RgbColor(10, 20, 30))
                        .samples());
    }

    @Test
    void refusesNoBytes() {
        assertThat(refusal(new byte[0])).isEqualTo(ErrorCode.EMPTY_OBJECT);
    }

    @Test
    void refusesMoreBytesThanTheLimitWhateverTheyAre() {
        assertThat(refusal(new byte[2_001])).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesByTheHeaderBeforeAPixelIsDecoded() {
        // given 101 x 101 pixels, one over the limit of 10,000 a photo, and a photo cut off behind its header
        byte[] photo = Arrays.copyOf(TestPictures.png(Color.RED, 101), 60);

        HangtagException refused = catchThrowableOfType(HangtagException.class, () -> reader.readHeader(photo));

        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_PIXELS);
        assertThat(refused).hasMessageContaining("101 x 101").hasMessageContaining("10,000");
    }

    @Test
    void refusesAFormatThatItHasNoDecoderFor() {
        assertThat(refusal("GIF89a_____________".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    }

    @Test
    void readsTheLongestSideThatIsAllowed() {
        ImageLimits limits = new ImageLimits(2_000, Long.MAX_VALUE, 120);

        limits.check(new ImageHeader(ImageFormat.PNG, 120, 1, Orientation.UPRIGHT));

        assertThat(catchThrowableOfType(
                                HangtagException.class,
                                () -> limits.check(new ImageHeader(ImageFormat.PNG, 1, 121, Orientation.UPRIGHT)))
                        .code())
                .isEqualTo(ErrorCode.TOO_MANY_PIXELS);
    }

    private ErrorCode refusal(byte[] photo) {
        return catchThrowableOfType(HangtagException.class, () -> reader.readHeader(photo))
                .code();
    }
}
