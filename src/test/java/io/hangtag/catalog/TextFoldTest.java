package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldTest {
    private final TextFold fold = new TextFold();

    @ParameterizedTest
    @CsvSource({
        "IMG_0001.JPG, img_0001.jpg",
        "Größe, GRÖßE",
        "ΟΔΟΣ, οδοσ",
        "οδος, ΟΔΟΣ",
        "été, ÉTÉ",
        "夏, 夏",
    })
    void makesTheSameOfBothCases(String one, String other) {
        assertThat(fold.of(one)).isEqualTo(fold.of(other));
    }

    @Test
    void makesTheSameOfComposedAndDecomposedLetters() {
        assertThat(fold.of("Gr\u00f6\u00dfe")).isEqualTo(fold.of("Gro\u0308\u00dfe"));
    }

    @Test
    void leavesAPlainKeyAsTheObjectItIs() {
        String key = "uploads/linen shirt 0001.jpg";

        assertThat(fold.of(key)).isSameAs(key);
    }
}
