package io.hangtag.image.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Golden;
import io.hangtag.image.HostileInput;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.Orientation;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngDecoderTest {
    private static final int GREY = 0;
    private static final int TRUECOLOUR = 2;
    private static final int INDEXED = 3;
    private static final int TRUECOLOUR_ALPHA = 6;

    private final PngDecoder decoder = new PngDecoder();

    static List<Golden> goldens() {
        return Golden.all("png");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void decodesToThePixelsOfTheReference(Golden golden) {
        RgbImage image = decoder.decode(golden.photo(), 1, Golden.BACKGROUND);

        assertThat(image.samples()).isEqualTo(golden.samples());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void tellsTheSizeThatItDecodesTo(Golden golden) {
        ImageHeader header = decoder.readHeader(golden.photo());
        RgbImage image = decoder.decode(golden.photo(), 1, Golden.BACKGROUND);

        assertThat(header.format()).isEqualTo(ImageFormat.PNG);
        assertThat(header.width()).isEqualTo(image.width());
        assertThat(header.height()).isEqualTo(image.height());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void ignoresTheReductionItCannotDo(int reduction) {
        Golden golden = Golden.of("png", "rgb-8");

        RgbImage image = decoder.decode(golden.photo(), reduction, Golden.BACKGROUND);

        assertThat(image.samples()).isEqualTo(golden.samples());
    }

    @Nested
    class Transparency {
        @Test
        void isBlendedAsPillowRoundsIt() {
            // given one red pixel at half coverage
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, TRUECOLOUR_ALPHA)
                    .data((byte) 0, (byte) 255, (byte) 0, (byte) 0, (byte) 128)
                    .end();

            RgbImage image = decoder.decode(photo, 1, new RgbColor(0, 255, 100));

            assertThat(image.samples()).containsExactly(128, 127, 50);
        }

        @Test
        void keyIsComparedByAllSixteenBits() {
            // given two greys with the same high byte, the second named transparent
            byte[] photo = new PngBuilder()
                    .header(2, 1, 16, GREY)
                    .chunk("tRNS", (byte) 0x12, (byte) 0x35)
                    .data((byte) 0, (byte) 0x12, (byte) 0x34, (byte) 0x12, (byte) 0x35)
                    .end();

            RgbImage image = decoder.decode(photo, 1, new RgbColor(1, 2, 3));

            assertThat(image.samples()).containsExactly(0x12, 0x12, 0x12, 1, 2, 3);
        }

        @Test
        void chunkThatIsDamagedOrTooShortIsPassedOver() {
            byte[] tooShort = new PngBuilder()
                    .header(1, 1, 8, TRUECOLOUR)
                    .chunk("tRNS", (byte) 0, (byte) 9)
                    .data((byte) 0, (byte) 9, (byte) 9, (byte) 9)
                    .end();
            byte[] damaged = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .chunk("tRNS", (byte) 0, (byte) 9)
                    .data((byte) 0, (byte) 9)
                    .end();
            damaged[8 + 25 + 8 + 2] ^= 1;

            assertThat(decoder.decode(tooShort, 1, RgbColor.WHITE).samples()).containsExactly(9, 9, 9);
            assertThat(decoder.decode(damaged, 1, RgbColor.WHITE).samples()).containsExactly(9, 9, 9);
        }

        @Test
        void moreAlphasThanColorsAreLeftOver() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, INDEXED)
                    .chunk("PLTE", (byte) 1, (byte) 2, (byte) 3)
                    .chunk("tRNS", (byte) 255, (byte) 0, (byte) 0)
                    .data((byte) 0, (byte) 0)
                    .end();

            assertThat(decoder.decode(photo, 1, RgbColor.WHITE).samples()).containsExactly(1, 2, 3);
        }
    }

    @Nested
    class OrientationTag {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void isReadFromTheExifChunk(int value) {
            ImageHeader header =
                    decoder.readHeader(Golden.of("png", "exif-" + value).photo());

            assertThat(header.orientation()).isEqualTo(Orientation.ofExif(value));
        }

        @Test
        void isFoundBehindThePixelsAndWithTheJpegPrefix() {
            byte[] exif = {
                'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0,
                0, 0, 0
            };
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .data((byte) 0, (byte) 9)
                    .chunk("eXIf", exif)
                    .end();

            assertThat(decoder.readHeader(photo).orientation()).isEqualTo(Orientation.ROTATE_90_CLOCKWISE);
        }
    }

    @Nested
    class Header {
        @ParameterizedTest(name = "{0} x {1}, {2} bits of type {3}, methods {4} {5} {6}")
        @CsvSource({
            "0, 1, 8, 2, 0, 0, 0",
            "1, 0, 8, 2, 0, 0, 0",
            "-1, 1, 8, 2, 0, 0, 0",
            "1, 1, 8, 1, 0, 0, 0",
            "1, 1, 8, 5, 0, 0, 0",
            "1, 1, 8, 7, 0, 0, 0",
            "1, 1, 3, 0, 0, 0, 0",
            "1, 1, 4, 2, 0, 0, 0",
            "1, 1, 16, 3, 0, 0, 0",
            "1, 1, 4, 4, 0, 0, 0",
            "1, 1, 2, 6, 0, 0, 0",
            "1, 1, 8, 2, 1, 0, 0",
            "1, 1, 8, 2, 0, 1, 0",
            "1, 1, 8, 2, 0, 0, 2"
        })
        void thatTheSpecificationDoesNotAllowIsRefused(
                int width, int height, int depth, int colorType, int compression, int filter, int interlace) {
            byte[] photo = new PngBuilder()
                    .header(width, height, depth, colorType, compression, filter, interlace)
                    .data(new byte[64])
                    .end();

            assertRefused(photo, ErrorCode.CORRUPT_IMAGE, "header");
        }

        @Test
        void ofAnySizeIsReadWithoutThePixels() {
            // given a picture of 2^62 pixels that are not there
            byte[] photo = new PngBuilder()
                    .header(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, TRUECOLOUR_ALPHA)
                    .end();

            ImageHeader header = decoder.readHeader(photo);

            assertThat(header.width()).isEqualTo(Integer.MAX_VALUE);
            assertThat(header.height()).isEqualTo(Integer.MAX_VALUE);
        }

        @Test
        void ofMorePixelsThanAnArrayHoldsIsRefusedInDecoding() {
            byte[] photo = new PngBuilder().header(100_000, 100_000, 8, GREY).end();

            assertThatExceptionOfType(HangtagException.class)
                    .isThrownBy(() -> decoder.decode(photo, 1, RgbColor.WHITE))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_PIXELS));
        }

        @Test
        void mustComeFirstAndOnce() {
            byte[] missing = new PngBuilder().data((byte) 0, (byte) 9).end();
            byte[] twice = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .header(1, 1, 8, GREY)
                    .data((byte) 0, (byte) 9)
                    .end();

            assertRefused(missing, ErrorCode.CORRUPT_IMAGE, "does not begin with its header");
            assertRefused(twice, ErrorCode.CORRUPT_IMAGE, "two headers");
        }

        @Test
        void thatIsTooLongIsRefused() {
            assertRefused(
                    new PngBuilder().chunk("IHDR", new byte[14]).end(),
                    ErrorCode.CORRUPT_IMAGE,
                    "14 bytes instead of 13");
        }
    }

    @Nested
    class Chunks {
        @Test
        void ofWrongChecksumAreNamed() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .data((byte) 0, (byte) 9)
                    .end();
            photo[photo.length - 12 - 1] ^= 1;

            assertDecodingRefused(photo, "checksum of the PNG's IDAT");
        }

        @Test
        void thatIphonesRewroteAreUnsupported() {
            byte[] photo = new PngBuilder()
                    .chunk("CgBI", new byte[4])
                    .header(1, 1, 8, 2)
                    .end();

            assertRefused(photo, ErrorCode.UNSUPPORTED_FORMAT, "iOS");
        }

        @Test
        void thatAreCriticalAndUnknownAreUnsupported() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .chunk("ABCD")
                    .data((byte) 0, (byte) 9)
                    .end();

            assertRefused(photo, ErrorCode.UNSUPPORTED_FORMAT, "ABCD");
        }

        @Test
        void thatAreAncillaryAreOfNoConcern() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .chunk("tEXt", new byte[100])
                    .chunk("abCd")
                    .data((byte) 0, (byte) 9)
                    .end();

            assertThat(decoder.decode(photo, 1, RgbColor.WHITE).samples()).containsExactly(9, 9, 9);
        }

        @Test
        void mustHaveLettersForNames() {
            byte[] photo = new PngBuilder().header(1, 1, 8, GREY).chunk("a.cd").end();

            assertRefused(photo, ErrorCode.CORRUPT_IMAGE, "should begin a chunk");
        }

        @Test
        void mayEndWithoutTheLast() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .data((byte) 0, (byte) 9)
                    .unfinished();

            assertThat(decoder.decode(photo, 1, RgbColor.WHITE).samples()).containsExactly(9, 9, 9);
        }
    }

    @Nested
    class Palette {
        @Test
        void mustBeThere() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, INDEXED)
                    .data((byte) 0, (byte) 0)
                    .end();

            assertDecodingRefused(photo, "needs a palette");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 4, 769, 771})
        void mustBeThreeBytesForUpTo256Colors(int bytes) {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, INDEXED)
                    .chunk("PLTE", new byte[bytes])
                    .data((byte) 0, (byte) 0)
                    .end();

            assertDecodingRefused(photo, "palette has " + bytes + " bytes");
        }
    }

    @Nested
    class Pixels {
        @Test
        void thatEndEarlyAreCounted() {
            // given two of three rows
            byte[] photo = new PngBuilder()
                    .header(1, 3, 8, GREY)
                    .data((byte) 0, (byte) 9, (byte) 0, (byte) 9)
                    .end();

            assertDecodingRefused(photo, "2 of its 3 rows");
        }

        @Test
        void ofAFileCutShortAreCounted() {
            byte[] whole = Golden.of("png", "stored").photo();

            assertDecodingRefused(Arrays.copyOf(whole, whole.length / 2), "of its 17 rows");
        }

        @Test
        void thatAreMissingAltogetherAreRefused() {
            assertDecodingRefused(new PngBuilder().header(1, 3, 8, GREY).end(), "0 of its 3 rows");
        }

        @Test
        void thatAreNotCompressedAreRefused() {
            byte[] photo = new PngBuilder()
                    .header(4, 4, 8, GREY)
                    .chunk("IDAT", new byte[64])
                    .end();

            assertDecodingRefused(photo, "compressed pixels are damaged");
        }

        @Test
        void thatNeedADictionaryAreRefused() {
            // given a zlib header with FDICT set, and the dictionary's checksum
            byte[] photo = new PngBuilder()
                    .header(4, 4, 8, GREY)
                    .chunk("IDAT", new byte[] {0x78, (byte) 0xBB, 0, 0, 0, 1, 3, 0})
                    .end();

            assertDecodingRefused(photo, "0 of its 4 rows");
        }

        @Test
        void mustNameAFilterThatExists() {
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .data((byte) 5, (byte) 0)
                    .end();

            assertDecodingRefused(photo, "filter 5");
        }

        @Test
        void beyondTheDeclaredOnesAreNeverInflated() {
            // given 64 MB of zeros behind a single declared pixel
            byte[] photo = new PngBuilder()
                    .header(1, 1, 8, GREY)
                    .chunk("IDAT", PngBuilder.deflated(new byte[64 << 20]))
                    .end();

            RgbImage image =
                    Assertions.assertTimeout(Duration.ofMillis(200), () -> decoder.decode(photo, 1, RgbColor.WHITE));

            assertThat(image.samples()).containsExactly(0, 0, 0);
        }

        @Test
        void mayBeOneVeryLongRowOrColumn() {
            byte[] row = new PngBuilder()
                    .header(16_000, 1, 1, GREY)
                    .data(new byte[2001])
                    .end();
            byte[] column = new PngBuilder()
                    .header(1, 16_000, 1, GREY, 0, 0, 1)
                    .data(new byte[32_000])
                    .end();

            assertThat(decoder.decode(row, 1, RgbColor.WHITE).width()).isEqualTo(16_000);
            assertThat(decoder.decode(column, 1, RgbColor.WHITE).height()).isEqualTo(16_000);
        }
    }

    @Nested
    class BrokenFiles {
        private final HostileInput input = new HostileInput(decoder);

        @Test
        void cutShortAnywhereAreRefusedOrWhole() {
            goldens().forEach(golden -> input.truncate(golden.photo(), 5));

            assertThat(input.refusals()).isGreaterThan(4_000);
        }

        @Test
        void changedAtRandomAreRefusedOrShown() {
            List<byte[]> photos = goldens().stream().map(Golden::photo).toList();

            input.mutate(photos, 1, 20_000);

            assertThat(input.refusals()).isPositive();
            assertThat(input.pictures()).isPositive();
        }

        @Test
        void changedAtRandomWithinTheCompressedPixelsAreRefusedOrShown() {
            // given changes that the chunk's checksum does not give away
            Golden golden = Golden.of("png", "palette-4-adam7");
            PngFile file = PngFile.read(golden.photo());
            byte[] data = new byte[file.data().get(0).length()];
            System.arraycopy(golden.photo(), file.data().get(0).offset(), data, 0, data.length);
            for (int at = 0; at < data.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] changed = data.clone();
                    changed[at] ^= (byte) (1 << bit);
                    input.feed(new PngBuilder()
                            .header(23, 17, 4, INDEXED, 0, 0, 1)
                            .chunk("PLTE", new byte[48])
                            .chunk("IDAT", changed)
                            .end());
                }
            }

            assertThat(input.refusals()).isPositive();
        }
    }

    private void assertRefused(byte[] photo, ErrorCode code, String message) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.readHeader(photo))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private void assertDecodingRefused(byte[] photo, String message) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(photo, 1, RgbColor.WHITE))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_IMAGE));
    }
}
