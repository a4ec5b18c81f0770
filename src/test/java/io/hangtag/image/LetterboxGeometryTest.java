package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterboxGeometryTest {
    @ParameterizedTest(name = "{0} x {1} in {2}")
    @CsvSource({
        // width, height, size, fitted width, fitted height, left, top
        "60, 80, 160, 120, 160, 20, 0",
        "80, 60, 160, 160, 120, 0, 20",
        "160, 160, 160, 160, 160, 0, 0",
        "4000, 3000, 160, 160, 120, 0, 20",
        "3, 2, 160, 160, 107, 0, 26",
        "1, 30000, 160, 1, 160, 79, 0",
        "1, 1, 224, 224, 224, 0, 0"
    })
    void fitsThePhotoIntoTheMiddleOfTheSquare(
            int width, int height, int size, int fittedWidth, int fittedHeight, int left, int top) {
        assertThat(LetterboxGeometry.of(width, height, size))
                .isEqualTo(new LetterboxGeometry(fittedWidth, fittedHeight, left, top));
    }

    @ParameterizedTest(name = "{0} x {1} at 160 decodes at 1/{2}")
    @CsvSource({
        "60, 80, 1",
        "319, 319, 1",
        "320, 320, 2",
        "639, 480, 2",
        "640, 480, 4",
        "1279, 960, 4",
        "1280, 960, 8",
        "4000, 3000, 8"
    })
    void decodesNoSmallerThanItsPlace(int width, int height, int reduction) {
        LetterboxGeometry geometry = LetterboxGeometry.of(width, height, 160);

        assertThat(geometry.reduction(width, height)).isEqualTo(reduction);
    }

    @Test
    void doesNotOverflowOnTheLargestSidesThatAFormatCanDeclare() {
        LetterboxGeometry geometry = LetterboxGeometry.of(Integer.MAX_VALUE, Integer.MAX_VALUE / 2, 160);

        assertThat(geometry).isEqualTo(new LetterboxGeometry(160, 80, 0, 40));
    }
}
