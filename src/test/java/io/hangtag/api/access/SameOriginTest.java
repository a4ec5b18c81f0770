package io.hangtag.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {
    private final SameOrigin sameOrigin = new SameOrigin();

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        // a program
        "127.0.0.1:8080, , ",
        ", , ",
        // the page itself
        "127.0.0.1:8080, same-origin, http://127.0.0.1:8080",
        "localhost:8080, same-origin, http://localhost:8080",
        "[::1]:8080, same-origin, http://[::1]:8080",
        // an address that was typed
        "localhost, none, ",
    })
    void letsItsOwnPageAndProgramsWrite(String host, String fetchSite, String origin) {
        assertThatCode(() -> sameOrigin.check(host, fetchSite, origin, true)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "127.0.0.1:8080, cross-site, https://evil.example",
        "127.0.0.1:8080, cross-site, ",
        // another service on this machine
        "127.0.0.1:8080, same-site, http://127.0.0.1:3000",
        // a browser that tells no more than where the page is from
        "127.0.0.1:8080, , https://evil.example",
        "127.0.0.1:8080, , http://localhost:8080",
        "127.0.0.1:8080, , http://127.0.0.1:8080.evil.example",
        // a sandboxed frame, a file, and no address at all
        "127.0.0.1:8080, , null",
        "127.0.0.1:8080, , file:///",
        "127.0.0.1:8080, , ::",
        ", , http://127.0.0.1:8080",
    })
    void keepsOtherPagesFromWriting(String host, String fetchSite, String origin) {
        assertThatThrownBy(() -> sameOrigin.check(host, fetchSite, origin, true))
                .isInstanceOfSatisfying(
                        RequestProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RequestProblem.CROSS_SITE_REQUEST));
        assertThatCode(() -> sameOrigin.check(host, fetchSite, origin, false)).doesNotThrowAnyException();
    }

    /** DNS rebinding: the page is of that host too, so that its browser takes the two for one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example:8080",
                "0.0.0.0:8080",
                "localhost.:80"
            })
    void answersUnderNoOtherName(String host) {
        assertThatThrownBy(() -> sameOrigin.check(host, "same-origin", "http://" + host, false))
                .isInstanceOf(RequestProblemException.class)
                .hasMessageContaining(host);
    }
}
