package io.hangtag.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadKeyTest {
    private final UploadKey keys = new UploadKey("uploads/");

    @ParameterizedTest
    @ValueSource(strings = {"shirt.jpg", "summer/linen shirt.jpg", "Größe 42 – 夏.png", "<b>&amp;.gif", "a+b%20c.webp"})
    void keepsTheNameUnderAFolderOfItsOwn(String name) {
        assertThat(keys.next(name)).startsWith("uploads/").endsWith("/" + name);
        assertThat(keys.next(name)).isNotEqualTo(keys.next(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../shirt.jpg",
                "a/../b.jpg",
                "./a.jpg",
                "/a.jpg",
                "a//b.jpg",
                "a/",
                "a\u0000.jpg",
                "a\\b"
            })
    void refusesNamesThatLeaveTheirFolder(String name) {
        assertRefused(name);
    }

    @Test
    void refusesWhatIsTooLongForAKey() {
        assertRefused("ä".repeat(600));
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> keys.next(name))
                .isInstanceOfSatisfying(
                        RequestProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RequestProblem.INVALID_PARAMETER));
    }
}
