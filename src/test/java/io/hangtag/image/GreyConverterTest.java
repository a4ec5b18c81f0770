package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GreyConverterTest {
    private static final RgbColor WHITE = new RgbColor(255, 255, 255);

    private final GreyConverter converter = new GreyConverter();

    @ParameterizedTest(name = "{0} {1} {2} is {3}")
    @CsvSource({
        "255,   0,   0,  76",
        "  0, 255,   0, 150",
        "  0,   0, 255,  29",
        "255, 255, 255, 255",
        "  0,   0,   0,   0",
        " 10,  20,  30,  18",
    })
    void weighsTheColoursAsPillowDoes(int red, int green, int blue, int level) {
        RgbImage grey = converter.convert(RgbImage.filled(2, 1, new RgbColor(red, green, blue)), Tone.GREY);

        assertThat(levels(grey)).containsOnly(level);
    }

    @Test
    void leavesEveryGreyLevelAsItIs() {
        for (int level = 0; level < 256; level++) {
            RgbImage image = RgbImage.filled(1, 1, new RgbColor(level, level, level));

            assertThat(levels(converter.convert(image, Tone.GREY))).containsExactly(level);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tone.class,
            names = {"COLOR", "GREY"})
    void invertsNothingUnlessTheModelWantsDarkGround(Tone tone) {
        RgbImage light = RgbImage.filled(3, 3, WHITE);

        assertThat(levels(converter.convert(light, tone))).containsOnly(255);
        assertThat(converter.pad(new RgbColor(1, 2, 3), tone)).isEqualTo(new RgbColor(1, 2, 3));
    }

    @Test
    void invertsAGarmentOnLightGround() {
        // given a dark middle on a light border
        RgbImage photo = picture(3, 3, 240, 240, 240, 240, 30, 240, 240, 240, 240);

        RgbImage input = converter.convert(photo, Tone.GREY_ON_DARK);

        assertThat(levels(input)).containsExactly(15, 15, 15, 15, 225, 15, 15, 15, 15);
        assertThat(converter.pad(WHITE, Tone.GREY_ON_DARK)).isEqualTo(new RgbColor(0, 0, 0));
    }

    @Test
    void leavesAGarmentOnDarkGround() {
        RgbImage photo = picture(3, 3, 0, 0, 0, 0, 200, 0, 0, 0, 0);

        assertThat(levels(converter.convert(photo, Tone.GREY_ON_DARK))).containsExactly(0, 0, 0, 0, 200, 0, 0, 0, 0);
    }

    @ParameterizedTest(name = "a border of {0}")
    @CsvSource({"127, 127", "128, 127"})
    void takesABorderOfTheMiddleLevelForLight(int border, int expected) {
        RgbImage photo = picture(2, 2, border, border, border, border);

        assertThat(levels(converter.convert(photo, Tone.GREY_ON_DARK))).containsOnly(expected);
    }

    @Test
    void judgesByTheLowerMedianOfTheBorderAndNotByTheMiddle() {
        // given a border half dark, half light, around a light middle
        RgbImage half = picture(3, 3, 10, 10, 10, 10, 255, 200, 200, 200, 200);
        RgbImage mostlyLight = picture(3, 3, 10, 10, 10, 200, 0, 200, 200, 200, 200);

        assertThat(levels(converter.convert(half, Tone.GREY_ON_DARK))[4]).isEqualTo(255);
        assertThat(levels(converter.convert(mostlyLight, Tone.GREY_ON_DARK))[4]).isEqualTo(255);
        assertThat(levels(converter.convert(mostlyLight, Tone.GREY_ON_DARK))[0]).isEqualTo(245);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "1, 4", "4, 1", "2, 5"})
    void countsTheBorderOfNarrowPicturesOnce(int width, int height) {
        RgbImage light = RgbImage.filled(width, height, new RgbColor(200, 200, 200));

        assertThat(levels(converter.convert(light, Tone.GREY_ON_DARK))).containsOnly(55);
    }

    private static RgbImage picture(int width, int height, int... levels) {
        byte[] samples = new byte[3 * levels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) levels[i / 3];
        }
        return new RgbImage(width, height, samples);
    }

    /** Of the first channel; the others must equal it. */
    private static int[] levels(RgbImage image) {
        int[] levels = new int[image.width() * image.height()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = image.samples()[3 * i] & 0xff;
            assertThat(image.samples()[3 * i + 1]).isEqualTo(image.samples()[3 * i]);
            assertThat(image.samples()[3 * i + 2]).isEqualTo(image.samples()[3 * i]);
        }
        return levels;
    }
}
