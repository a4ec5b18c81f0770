package io.hangtag.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.PhotoId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIdParameterTest {
    private final PhotoIdParameter photoIds = new PhotoIdParameter("shop");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/a",
                "shop/a b+c%20d",
                "shop/größe/夏 – 42.png",
                "shop/<script>",
                "shop//double//slash/",
                "shop/...",
                "shop/a..b/.hidden",
                "shop/\uD83D\uDC57"
            })
    void readsEveryKeyThatS3Takes(String text) {
        assertThat(photoIds.parse(text)).isEqualTo(new PhotoId("shop", text.substring("shop/".length())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "shop",
                "shop/",
                "/shop/a",
                "shop/..",
                "shop/../other/secret",
                "shop/a/./b",
                "shop/a\0b",
                "shop/a\nb",
                "shop/a\u0085b",
                "shop/a\uD800b",
                "shop/\uDC57"
            })
    void refusesTricks(String text) {
        assertThatThrownBy(() -> photoIds.parse(text))
                .isInstanceOfSatisfying(
                        RequestProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RequestProblem.INVALID_PARAMETER));
    }

    @Test
    void refusesAKeyLongerThanAnyKeyByItsBytes() {
        assertThat(photoIds.parse("shop/" + "ü".repeat(512)).key()).hasSize(512);
        assertThatThrownBy(() -> photoIds.parse("shop/" + "ü".repeat(512) + "a"))
                .isInstanceOf(RequestProblemException.class)
                .hasMessageContaining("1024 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other/a", "Shop/a", "shop./a", "shop%2fb/a"})
    void knowsOneBucketOnly(String text) {
        assertThatThrownBy(() -> photoIds.parse(text))
                .isInstanceOfSatisfying(
                        HangtagException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
