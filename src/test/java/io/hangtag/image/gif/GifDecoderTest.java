package io.hangtag.image.gif;

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifDecoderTest {
    private static final RgbColor PAPER = new RgbColor(1, 2, 3);
    private static final int CLEAR = 4;
    private static final int END = 5;
    private static final int FIRST_FREE = 6;

    private final GifDecoder decoder = new GifDecoder();

    static List<Golden> goldens() {
        return Golden.all("gif");
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

        assertThat(header)
                .isEqualTo(new ImageHeader(ImageFormat.GIF, image.width(), image.height(), Orientation.UPRIGHT));
    }

    @Nested
    class Screen {
        @Test
        void takesTheBackgroundWhereTheFrameDoesNotCoverIt() {
            // given a red pixel in the middle of three
            byte[] photo =
                    new GifBuilder(3, 1).frame(1, 0, 1, 1).codes(CLEAR, 1, END).end();

            RgbImage image = decoder.decode(photo, 1, PAPER);

            assertThat(image.samples()).containsExactly(1, 2, 3, 255, 0, 0, 1, 2, 3);
        }

        @Test
        void showsThroughTransparentPixels() {
            byte[] photo = new GifBuilder(2, 1)
                    .transparent(1)
                    .frame(0, 0, 2, 1)
                    .codes(CLEAR, 1, 2, END)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(1, 2, 3, 0, 255, 0);
        }

        @Test
        void growsToHoldTheFrame() {
            byte[] photo =
                    new GifBuilder(0, 0).frame(1, 0, 1, 1).codes(CLEAR, 1, END).end();

            ImageHeader header = decoder.readHeader(photo);

            assertThat(header.width()).isEqualTo(2);
            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(1, 2, 3, 255, 0, 0);
        }

        @Test
        void isAllThereIsOfAFrameWithoutPixels() {
            byte[] photo =
                    new GifBuilder(1, 1).frame(0, 0, 0, 5).codes(CLEAR, END).end();

            assertThat(decoder.decode(photo, 1, PAPER).samples())
                    .containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3);
        }

        @Test
        void withoutPixelsIsRefused() {
            assertRefused(
                    new GifBuilder(0, 3).frame(0, 0, 0, 0).codes(CLEAR, END).end(), "declares 0 x 3 pixels");
        }
    }

    @Nested
    class Blocks {
        @Test
        void ofOtherKindsArePassedOver() {
            byte[] photo = new GifBuilder(1, 1)
                    .bytes(0x21, 0xFE, 3, 'a', 'b', 'c', 1, 'd', 0)
                    .bytes(0)
                    .bytes(0x21, 0xFF, 11, 'N', 'E', 'T', 'S', 'C', 'A', 'P', 'E', '2', '.', '0', 3, 1, 0, 0, 0)
                    .frame(0, 0, 1, 1)
                    .codes(CLEAR, 1, END)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0);
        }

        @Test
        void ofPlainTextUseUpTheGraphicControl() {
            byte[] photo = new GifBuilder(1, 1)
                    .transparent(1)
                    .bytes(0x21, 0x01, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 'h', 'i', 0)
                    .frame(0, 0, 1, 1)
                    .codes(CLEAR, 1, END)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 6})
        void ofAnUnusualGraphicControlSizeAreReadAsFarAsTheyGo(int size) {
            GifBuilder builder = new GifBuilder(1, 1).bytes(0x21, 0xF9, size).bytes(new int[size]);
            if (size > 0) {
                builder.bytes(0);
            }
            byte[] photo = builder.frame(0, 0, 1, 1).codes(CLEAR, 1, END).end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0);
        }

        @Test
        void ofUnknownKindAreRefused() {
            assertRefused(new GifBuilder(1, 1).bytes(0x77).end(), "unknown kind 0x77");
        }

        @Test
        void withoutAPictureAreRefused() {
            assertRefused(new GifBuilder(1, 1).end(), "no picture");
        }
    }

    @Nested
    class Codes {
        @Test
        void mayNameTheStringThatTheyDefine() {
            // given one index and the code that is one more of the same
            byte[] photo = new GifBuilder(3, 1)
                    .frame(0, 0, 3, 1)
                    .codes(CLEAR, 1, FIRST_FREE, END)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0, 255, 0, 0, 255, 0, 0);
        }

        @Test
        void mayClearAgainAndAgain() {
            byte[] photo = new GifBuilder(2, 1)
                    .frame(0, 0, 2, 1)
                    .codes(CLEAR, CLEAR, 1, CLEAR, CLEAR, 2, END)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0, 0, 255, 0);
        }

        @Test
        void mustBeDefined() {
            assertRefused(
                    new GifBuilder(2, 1)
                            .frame(0, 0, 2, 1)
                            .codes(CLEAR, 1, FIRST_FREE + 1)
                            .end(),
                    "not defined yet, after 1 of 2");
        }

        @Test
        void mustBeginWithAnIndex() {
            assertRefused(
                    new GifBuilder(2, 1)
                            .frame(0, 0, 2, 1)
                            .codes(CLEAR, FIRST_FREE)
                            .end(),
                    "not defined yet, after 0 of 2");
        }

        @Test
        void thatEndEarlyAreCounted() {
            assertRefused(
                    new GifBuilder(3, 1).frame(0, 0, 3, 1).codes(CLEAR, 1, END).end(), "1 of its 3 pixels");
        }

        @Test
        void beyondTheLastPixelAreNotLookedAt() {
            byte[] photo = new GifBuilder(1, 1)
                    .frame(0, 0, 1, 1)
                    .codes(CLEAR, 1, 7, 7, 7)
                    .end();

            assertThat(decoder.decode(photo, 1, PAPER).samples()).containsExactly(255, 0, 0);
        }

        @Test
        void thatAreMissingAltogetherAreRefused() {
            assertRefused(new GifBuilder(3, 1).frame(0, 0, 3, 1).unfinished(), "0 of its 3 pixels");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 9, 12, 255})
        void ofImpossibleWidthAreRefused(int width) {
            byte[] photo = new GifBuilder(1, 1)
                    .frame(0, 0, 1, 1)
                    .bytes(width, 1, 0xFF, 0)
                    .end();

            assertRefused(photo, "indexes of " + width + " bits");
        }
    }

    @Test
    void readsLongRowsAndColumns() {
        // given codes each one index longer than the one before: 180 of them are 16,290 pixels
        byte[] row = lineOf(16_000, 1);
        byte[] column = lineOf(1, 16_000);

        assertThat(decoder.decode(row, 1, PAPER).width()).isEqualTo(16_000);
        assertThat(decoder.decode(column, 1, PAPER).height()).isEqualTo(16_000);
    }

    private static byte[] lineOf(int width, int height) {
        int bits = 0;
        int count = 0;
        int codeWidth = 3;
        int code = FIRST_FREE;
        GifBuilder photo =
                new GifBuilder(width, height).frame(0, 0, width, height).bytes(2);
        int[] codes = new int[181];
        codes[0] = CLEAR;
        codes[1] = 1;
        for (int i = 2; i < codes.length; i++) {
            codes[i] = code++;
        }
        for (int i = 0; i < codes.length; i++) {
            bits |= codes[i] << count;
            count += codeWidth;
            while (count >= 8) {
                photo.bytes(1, bits & 0xFF);
                bits >>= 8;
                count -= 8;
            }
            // the decoder has defined as many codes as it has read, without the first
            if (i > 0 && FIRST_FREE + i > 1 << codeWidth) {
                codeWidth++;
            }
        }
        return photo.bytes(1, bits, 0).end();
    }

    @Nested
    class BrokenFiles {
        private final HostileInput input = new HostileInput(decoder);

        @Test
        void cutShortAnywhereAreRefusedOrWhole() {
            goldens().forEach(golden -> input.truncate(golden.photo(), 16));

            assertThat(input.refusals()).isGreaterThan(2_000);
        }

        @Test
        void cutBeforeTheLastPixelAreRefused() {
            Golden golden = Golden.of("gif", "depth-8");

            assertRefused(
                    Arrays.copyOf(golden.photo(), golden.photo().length / 2), "pixels; upload the whole file again");
        }

        @Test
        void changedAtRandomAreRefusedOrShown() {
            List<byte[]> photos = goldens().stream().map(Golden::photo).toList();

            input.mutate(photos, 2, 20_000);

            assertThat(input.refusals()).isPositive();
            assertThat(input.pictures()).isPositive();
        }
    }

    private void assertRefused(byte[] photo, String message) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(photo, 1, RgbColor.WHITE))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_IMAGE));
    }
}
