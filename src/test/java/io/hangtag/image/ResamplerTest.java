package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {
    private final Resampler resampler = new Resampler();

    @Test
    void returnsThePictureItselfWhereNothingChanges() {
        RgbImage image = RgbImage.filled(5, 7, RgbColor.WHITE);

        assertThat(resampler.resize(image, 5, 7, ResizeFilter.BILINEAR)).isSameAs(image);
    }

    @ParameterizedTest
    @EnumSource(ResizeFilter.class)
    void keepsOneColourOneColour(ResizeFilter filter) {
        RgbImage image = RgbImage.filled(37, 53, new RgbColor(3, 128, 250));

        RgbImage resized = resampler.resize(image, 160, 11, filter);

        assertThat(resized.samples())
                .isEqualTo(RgbImage.filled(160, 11, new RgbColor(3, 128, 250)).samples());
    }

    @Test
    void letsEverySourcePixelCountWhenShrinking() {
        // given one white pixel that a two-tap resizer would step over
        RgbImage image = RgbImage.filled(100, 1, new RgbColor(0, 0, 0));
        image.samples()[3 * 57] = (byte) 255;

        // when it shrinks tenfold
        RgbImage resized = resampler.resize(image, 10, 1, ResizeFilter.BILINEAR);

        // then a tenth of it is left, spread over the two places that it lies between
        assertThat(red(resized)).containsExactly(0, 0, 0, 0, 0, 19, 6, 0, 0, 0);
    }

    @Test
    void interpolatesBetweenPixelsWhenEnlarging() {
        RgbImage image = RgbImage.filled(2, 1, new RgbColor(0, 0, 0));
        image.samples()[3] = (byte) 200;

        assertThat(red(resampler.resize(image, 4, 1, ResizeFilter.BILINEAR))).containsExactly(0, 50, 150, 200);
    }

    @Test
    void clipsTheOvershootOfTheCubicKernel() {
        RgbImage image = RgbImage.filled(4, 1, new RgbColor(0, 0, 0));
        image.samples()[6] = (byte) 255;
        image.samples()[9] = (byte) 255;

        assertThat(red(resampler.resize(image, 8, 1, ResizeFilter.BICUBIC)))
                .startsWith(0, 0)
                .endsWith(255, 255);
    }

    @Test
    void namesTheFiltersThereAreWhereAnotherIsAskedFor() {
        assertThatThrownBy(() -> ResizeFilter.ofName("lanczos"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lanczos")
                .hasMessageContaining("bilinear and bicubic");
    }

    private static int[] red(RgbImage image) {
        int[] red = new int[image.width() * image.height()];
        for (int i = 0; i < red.length; i++) {
            red[i] = image.samples()[3 * i] & 0xff;
        }
        return red;
    }
}
