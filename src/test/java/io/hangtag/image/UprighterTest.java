package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UprighterTest {
    /** As a camera stores it: {@code ab / cd / ef}, two columns and three rows. */
    private static final RgbImage STORED = letters(2, "abcdef");

    @ParameterizedTest(name = "EXIF {0}")
    @CsvSource({
        "1, 2, abcdef", "2, 2, badcfe", "3, 2, fedcba", "4, 2, efcdab",
        "5, 3, acebdf", "6, 3, ecafdb", "7, 3, fdbeca", "8, 3, bdface"
    })
    void turnsThePixelsAsTheTagSays(int exif, int width, String upright) {
        RgbImage turned = new Uprighter().turn(STORED, Orientation.ofExif(exif));

        assertThat(turned.width()).isEqualTo(width);
        assertThat(turned.samples()).isEqualTo(letters(width, upright).samples());
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "-1", "65535"})
    void takesValuesOutsideTheStandardForUpright(int exif) {
        assertThat(Orientation.ofExif(exif)).isEqualTo(Orientation.UPRIGHT);
    }

    private static RgbImage letters(int width, String letters) {
        byte[] samples = new byte[3 * letters.length()];
        for (int i = 0; i < letters.length(); i++) {
            samples[3 * i] = (byte) letters.charAt(i);
            samples[3 * i + 2] = (byte) (letters.charAt(i) + 100);
        }
        return new RgbImage(width, letters.length() / width, samples);
    }
}
