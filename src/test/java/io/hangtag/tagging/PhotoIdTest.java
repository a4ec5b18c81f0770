package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"shop/uploads/a.jpg", "shop//leading", "shop/ä b+c%2F.jpg", "shop/dir/"})
    void readsWhatItWrites(String text) {
        assertThat(PhotoId.parse(text)).hasToString(text);
    }

    @Test
    void keepsEverySlashOfTheKey() {
        assertThat(PhotoId.parse("shop/a/b//c")).isEqualTo(new PhotoId("shop", "a/b//c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "shop/", "/key"})
    void refusesWhatNamesNoPhoto(String text) {
        assertThatThrownBy(() -> PhotoId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
