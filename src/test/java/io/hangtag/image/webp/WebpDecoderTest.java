package io.hangtag.image.webp;

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
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebpDecoderTest {
    private static final RgbColor PAPER = new RgbColor(1, 2, 3);
    private static final int ANIMATED = 0x02;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_ALPHA = 0x10;

    private final WebpDecoder decoder = new WebpDecoder();

    static List<Golden> goldens() {
        return Golden.all("webp");
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

        assertThat(header.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(header.width()).isEqualTo(image.width());
        assertThat(header.height()).isEqualTo(image.height());
    }

    @Nested
    class Container {
        private final byte[] lossy =
                WebpBuilder.dataOf(Golden.of("webp", "lossy-9x1").photo(), "VP8 ");
        private final byte[] lossless =
                WebpBuilder.dataOf(Golden.of("webp", "lossless-9x1").photo(), "VP8L");

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void tellsTheOrientation(int value) {
            ImageHeader header =
                    decoder.readHeader(Golden.of("webp", "exif-" + value).photo());

            assertThat(header.orientation()).isEqualTo(Orientation.ofExif(value));
        }

        @Test
        void tellsNoOrientationThatItsFlagsDoNotAnnounce() {
            byte[] exif = WebpBuilder.dataOf(Golden.of("webp", "exif-6").photo(), "EXIF");
            byte[] announced = new WebpBuilder()
                    .extended(HAS_EXIF, 9, 1)
                    .chunk("VP8 ", lossy)
                    .chunk("EXIF", exif)
                    .end();
            byte[] unannounced = new WebpBuilder()
                    .extended(0, 9, 1)
                    .chunk("VP8 ", lossy)
                    .chunk("EXIF", exif)
                    .end();

            assertThat(decoder.readHeader(announced).orientation()).isEqualTo(Orientation.ROTATE_90_CLOCKWISE);
            assertThat(decoder.readHeader(unannounced).orientation()).isEqualTo(Orientation.UPRIGHT);
        }

        @Test
        void mayHaveChunksThatNobodyKnows() {
            byte[] photo = new WebpBuilder()
                    .extended(0, 9, 1)
                    .chunk("ICCP", new byte[3])
                    .chunk("WHAT", new byte[5])
                    .chunk("VP8 ", lossy)
                    .chunk("XMP ", new byte[7])
                    .end();

            assertThat(decoder.decode(photo, 1, Golden.BACKGROUND).samples())
                    .isEqualTo(Golden.of("webp", "lossy-9x1").samples());
        }

        @Test
        void mayHaveAnythingBehindIt() {
            byte[] photo = new WebpBuilder().chunk("VP8L", lossless).end();

            RgbImage image = decoder.decode(Arrays.copyOf(photo, photo.length + 100), 1, Golden.BACKGROUND);

            assertThat(image.samples())
                    .isEqualTo(Golden.of("webp", "lossless-9x1").samples());
        }

        @ParameterizedTest
        @CsvSource({"10, 1", "9, 2", "8, 1", "16384, 16384"})
        void mustBeAsLargeAsItsPicture(int width, int height) {
            byte[] withLossy = new WebpBuilder()
                    .extended(0, width, height)
                    .chunk("VP8 ", lossy)
                    .end();
            byte[] withLossless = new WebpBuilder()
                    .extended(0, width, height)
                    .chunk("VP8L", lossless)
                    .end();

            assertRefused(withLossy, "holds 9 x 1");
            assertRefused(withLossless, "holds 9 x 1");
        }

        @Test
        void mustHaveAPicture() {
            assertRefused(new WebpBuilder().end(), "no picture");
            assertRefused(new WebpBuilder().extended(0, 9, 1).end(), "no picture");
            assertRefused(
                    new WebpBuilder()
                            .extended(ANIMATED, 9, 1)
                            .frame(0, 0, 9, 1, new WebpBuilder())
                            .end(),
                    "no picture");
            assertRefused(new WebpBuilder().chunk("ALPH", new byte[9]).end(), "does not begin with a picture");
        }

        @Test
        void mustHaveItsWholeHeader() {
            assertRefused(new byte[11], "first 11 bytes");
            assertRefused(new WebpBuilder().chunk("VP8X", new byte[9]).end(), "ends within its header");
        }
    }

    @Nested
    class Animation {
        private final WebpBuilder content = new WebpBuilder()
                .chunk(
                        "VP8L",
                        LosslessBuilder.picture(2, 1)
                                .bits(0, 3)
                                .color(255, 10, 20, 30)
                                .end());

        @Test
        void showsItsFirstFrameInItsPlace() {
            byte[] photo = new WebpBuilder()
                    .extended(ANIMATED | HAS_ALPHA, 5, 1)
                    .chunk("ANIM", new byte[6])
                    .frame(2, 0, 2, 1, content)
                    .frame(0, 0, 5, 1, new WebpBuilder().chunk("VP8L"))
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples())
                    .containsExactly(1, 2, 3, 1, 2, 3, 10, 20, 30, 10, 20, 30, 1, 2, 3);
        }

        @ParameterizedTest
        @CsvSource({"4, 0", "0, 2", "16777214, 0", "0, 33554430"})
        void mustNotLeaveItsCanvas(int left, int top) {
            byte[] photo = new WebpBuilder()
                    .extended(ANIMATED, 5, 1)
                    .frame(left, top, 2, 1, content)
                    .end();

            assertRefused(photo, "beyond its canvas of 5 x 1");
        }

        @Test
        void mustHaveFramesOfTheSizeTheyDeclare() {
            byte[] photo = new WebpBuilder()
                    .extended(ANIMATED, 5, 1)
                    .frame(0, 0, 3, 1, content)
                    .end();

            assertRefused(photo, "declares 3 x 1 pixels and holds 2 x 1");
        }

        @Test
        void mustHaveAWholeFrameHeader() {
            assertRefused(
                    new WebpBuilder()
                            .extended(ANIMATED, 5, 1)
                            .chunk("ANMF", new byte[15])
                            .end(),
                    "ends within its first frame");
        }
    }

    @Nested
    class Alpha {
        private final byte[] pixels =
                WebpBuilder.dataOf(Golden.of("webp", "lossy-2x2").photo(), "VP8 ");

        private byte[] withAlpha(int... plane) {
            byte[] data = new byte[plane.length];
            for (int i = 0; i < plane.length; i++) {
                data[i] = (byte) plane[i];
            }
            return new WebpBuilder()
                    .extended(HAS_ALPHA, 2, 2)
                    .chunk("ALPH", data)
                    .chunk("VP8 ", pixels)
                    .end();
        }

        @Test
        void decidesWhatShowsThrough() {
            RgbImage opaque = decoder.decode(withAlpha(0, 255, 255, 255, 255), 1, PAPER);
            RgbImage holed = decoder.decode(withAlpha(0, 255, 0, 255, 255), 1, PAPER);

            assertThat(opaque.samples())
                    .isEqualTo(Golden.of("webp", "lossy-2x2").samples());
            assertThat(Arrays.copyOfRange(holed.samples(), 3, 6)).containsExactly(1, 2, 3);
            assertThat(Arrays.copyOfRange(holed.samples(), 6, 12))
                    .isEqualTo(Arrays.copyOfRange(opaque.samples(), 6, 12));
        }

        @Test
        void thatIsMissingIsOpaque() {
            byte[] photo = new WebpBuilder()
                    .extended(HAS_ALPHA, 2, 2)
                    .chunk("VP8 ", pixels)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples())
                    .isEqualTo(Golden.of("webp", "lossy-2x2").samples());
        }

        @Test
        void thatIsBrokenIsRefused() {
            assertDecodingRefused(withAlpha(), "is empty");
            assertDecodingRefused(withAlpha(0), "is empty");
            assertDecodingRefused(withAlpha(0, 1, 2, 3), "only 3 of its 4 levels");
            assertDecodingRefused(withAlpha(2, 0, 0, 0, 0), "unknown method 2");
            assertDecodingRefused(withAlpha(1, 0, 0), "prefix code");
        }
    }

    @Nested
    class LossyData {
        private final byte[] data =
                WebpBuilder.dataOf(Golden.of("webp", "lossy-q75").photo(), "VP8 ");

        @Test
        void mustBeAKeyFrameToBeShown() {
            assertRefused(changed(0, data[0] | 1), "key frame");
            assertRefused(changed(0, data[0] | 8), "version");
            assertRefused(changed(0, data[0] & ~16), "not to be shown");
            assertRefused(changed(3, 0), "start code");
        }

        @Test
        void mustHaveASize() {
            byte[] photo = data.clone();
            photo[6] = 0;
            photo[7] = (byte) 0xC0;

            assertRefused(new WebpBuilder().chunk("VP8 ", photo).end(), "0 x 37");
        }

        @Test
        void thatEndEarlyAreCounted() {
            byte[] photo = new WebpBuilder()
                    .chunk("VP8 ", Arrays.copyOf(data, data.length - 50))
                    .end();

            assertDecodingRefused(photo, "of its 37 rows");
        }

        @Test
        void mustHaveAllOfTheFirstPartition() {
            byte[] photo =
                    new WebpBuilder().chunk("VP8 ", Arrays.copyOf(data, 40)).end();

            assertDecodingRefused(photo, "0 of its 37 rows");
        }

        @Test
        void ofOneRowOrColumnAreRead() {
            // given frames of one macroblock after another in which nothing is coded, as long as bits last
            assertThat(decoder.readHeader(flat(16_000, 1)).width()).isEqualTo(16_000);
            assertThat(decoder.decode(flat(16_000, 1), 1, PAPER).width()).isEqualTo(16_000);
            assertThat(decoder.decode(flat(1, 16_000), 1, PAPER).height()).isEqualTo(16_000);
        }

        private byte[] flat(int width, int height) {
            int first = 4000;
            byte[] frame = new byte[10 + first + 200_000];
            int tag = first << 5 | 16;
            byte[] start = {
                (byte) tag,
                (byte) (tag >> 8),
                (byte) (tag >> 16),
                (byte) 0x9D,
                1,
                0x2A,
                (byte) width,
                (byte) (width >> 8),
                (byte) height,
                (byte) (height >> 8)
            };
            System.arraycopy(start, 0, frame, 0, start.length);
            return new WebpBuilder().chunk("VP8 ", frame).end();
        }

        private byte[] changed(int at, int value) {
            byte[] photo = data.clone();
            photo[at] = (byte) value;
            return new WebpBuilder().chunk("VP8 ", photo).end();
        }
    }

    @Nested
    class LosslessData {
        @Test
        void mayBeAllOfOneColor() {
            // given a picture of 16000 pixels in a few bytes: no transform, no cache, one group of single symbols
            byte[] photo = file(LosslessBuilder.picture(16_000, 1).bits(0, 3).color(255, 10, 20, 30));

            RgbImage image = decoder.decode(photo, 1, PAPER);

            assertThat(Arrays.copyOf(image.samples(), 6)).containsExactly(10, 20, 30, 10, 20, 30);
            assertThat(image.width()).isEqualTo(16_000);
        }

        @Test
        void areBlendedOverTheBackground() {
            byte[] photo = file(LosslessBuilder.picture(1, 1).bits(0, 3).color(0, 10, 20, 30));

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(1, 2, 3);
        }

        @Test
        void mayReferToWhatTheyAreWriting() {
            // given one literal, then a reference of length 3 to the pixel before
            byte[] photo = file(withReference(4).bits(0, 1).bits(1, 1));

            assertThat(decoder.decode(photo, 1, PAPER).samples())
                    .containsExactly(10, 7, 30, 10, 7, 30, 10, 7, 30, 10, 7, 30);
        }

        @Test
        void mustNotReferToPixelsBeforeTheFirst() {
            byte[] photo = file(withReference(4).bits(1, 1));

            assertDecodingRefused(photo, "outside of the picture, after 0 of 4");
        }

        @Test
        void mustNotReferBeyondTheLastPixel() {
            byte[] photo = file(withReference(3).bits(0, 1).bits(1, 1));

            assertDecodingRefused(photo, "outside of the picture, after 1 of 3");
        }

        /** A picture of one row whose pixels are either (10, 7, 30), a 0, or the one before three times, a 1. */
        private LosslessBuilder withReference(int width) {
            LosslessBuilder data = LosslessBuilder.picture(width, 1).bits(0, 3);
            // a code for lengths: 0 for many zeros, 10 for a length of 1, 11 for a few zeros
            data.bits(0, 1)
                    .bits(0, 4)
                    .bits(2, 3)
                    .bits(1, 3)
                    .bits(0, 3)
                    .bits(2, 3)
                    .bits(0, 1);
            // green 7 and the length prefix 2, which is symbol 258, get codes of one bit
            data.bits(3, 2).bits(4, 3).bits(1, 2);
            data.bits(0, 1)
                    .bits(127, 7)
                    .bits(0, 1)
                    .bits(101, 7)
                    .bits(1, 2)
                    .bits(0, 1)
                    .bits(10, 7);
            return data.single(10).single(30).single(255).single(1);
        }

        @Test
        void withAnyBitChangedAreRefusedOrShown() {
            byte[] whole = Golden.of("webp", "lossless-colors-17").photo();
            HostileInput input = new HostileInput(decoder);
            for (int bit = 8 * 25; bit < 8 * whole.length; bit++) {
                byte[] changed = whole.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                input.feed(changed);
            }

            assertThat(input.refusals()).isPositive();
            assertThat(input.pictures()).isPositive();
        }

        @Test
        void mustHaveTheirSignatureAndVersion() {
            assertRefused(new WebpBuilder().chunk("VP8L", new byte[9]).end(), "signature");
            assertRefused(new WebpBuilder().chunk("VP8L", new byte[4]).end(), "less than their header");
            assertRefused(
                    new WebpBuilder()
                            .chunk("VP8L", (byte) 0x2F, (byte) 0, (byte) 0, (byte) 0, (byte) 0x20)
                            .end(),
                    "version 1");
        }

        @Test
        void mustNotBeTransformedTwiceInTheSameWay() {
            byte[] photo = file(LosslessBuilder.picture(1, 1)
                    .bits(1, 1)
                    .bits(2, 2)
                    .bits(1, 1)
                    .bits(2, 2));

            assertDecodingRefused(photo, "transformed twice");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 12, 15})
        void mustHaveACacheOfPossibleSize(int bits) {
            byte[] photo =
                    file(LosslessBuilder.picture(1, 1).bits(0, 1).bits(1, 1).bits(bits, 4));

            assertDecodingRefused(photo, "colour cache of " + bits);
        }

        @Test
        void thatEndEarlyAreCounted() {
            byte[] whole = WebpBuilder.dataOf(Golden.of("webp", "lossless-z9").photo(), "VP8L");

            assertDecodingRefused(
                    new WebpBuilder()
                            .chunk("VP8L", Arrays.copyOf(whole, whole.length - 100))
                            .end(),
                    "end before pixel");
        }

        @Test
        void thatMakeAPictureOfCodesAreRefusedBeforeTheyFillTheMemory() {
            // given an entropy image of 512 x 128 blocks that names groups up to 65535, and hardly any bits for them
            LosslessBuilder data = LosslessBuilder.picture(2048, 512)
                    .bits(0, 1)
                    .bits(0, 1)
                    .bits(1, 1)
                    .bits(0, 3)
                    .bits(0, 1)
                    .color(0, 255, 255, 0);
            Random random = new Random(4);
            for (int i = 0; i < 4000; i++) {
                data.bits(random.nextInt(256), 8);
            }

            Assertions.assertTimeout(Duration.ofSeconds(2), () -> assertDecodingRefused(file(data), "prefix code"));
        }

        private byte[] file(LosslessBuilder data) {
            return new WebpBuilder().chunk("VP8L", data.end()).end();
        }
    }

    @Nested
    class BrokenFiles {
        private final HostileInput input = new HostileInput(decoder);

        @Test
        void cutShortAnywhereAreRefusedOrWhole() {
            goldens().forEach(golden -> input.truncate(golden.photo(), 16));

            assertThat(input.refusals()).isGreaterThan(3_000);
        }

        @Test
        void changedAtRandomAreRefusedOrShown() {
            List<byte[]> photos = goldens().stream().map(Golden::photo).toList();

            input.mutate(photos, 3, 20_000);

            assertThat(input.refusals()).isPositive();
            assertThat(input.pictures()).isPositive();
        }

        @Test
        void ofRandomPixelsAreRefusedOrShown() {
            Random random = new Random(5);
            for (int round = 0; round < 3_000; round++) {
                byte[] data = new byte[random.nextInt(400)];
                random.nextBytes(data);
                byte[] lossless = LosslessBuilder.picture(1 + random.nextInt(60), 1 + random.nextInt(60))
                        .end();
                byte[] joined = Arrays.copyOf(lossless, lossless.length + data.length);
                System.arraycopy(data, 0, joined, lossless.length, data.length);
                input.feed(new WebpBuilder().chunk("VP8L", joined).end());
            }

            assertThat(input.refusals()).isPositive();
        }
    }

    private void assertRefused(byte[] photo, String message) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.readHeader(photo))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_IMAGE));
        assertDecodingRefused(photo, message);
    }

    private void assertDecodingRefused(byte[] photo, String message) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(photo, 1, RgbColor.WHITE))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_IMAGE));
    }
}
