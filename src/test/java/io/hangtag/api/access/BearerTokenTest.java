package io.hangtag.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
    private static final String TOKEN = "correct-horse-battery";

    private final BearerToken token = new BearerToken(Optional.of(TOKEN));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "BEARER   " + TOKEN + " "})
    void letsThroughWhoHasIt(String authorization) {
        assertThatCode(() -> token.check(authorization)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                TOKEN,
                "Basic " + TOKEN,
                "Bearer correct-horse-batter",
                "Bearer correct-horse-battery-staple",
                "Bearer Correct-horse-battery",
                "Bearer " + TOKEN + " " + TOKEN
            })
    void refusesWhoHasNot(String authorization) {
        assertThat(refusal(token, authorization).problem()).isEqualTo(RequestProblem.UNAUTHENTICATED);
        assertThat(refusal(token, authorization)).hasMessageNotContaining(TOKEN);
    }

    @Test
    void saysWhatToSetWhereThereIsNone() {
        RequestProblemException refused = refusal(new BearerToken(Optional.empty()), "Bearer " + TOKEN);

        assertThat(refused.problem()).isEqualTo(RequestProblem.UNAUTHENTICATED);
        assertThat(refused).hasMessageContaining("HANGTAG_API_WRITE_TOKEN").hasMessageContaining("access=gateway");
    }

    @Test
    void refusesATokenThatCanBeTriedOutAndDoesNotRepeatIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new BearerToken(Optional.of("fifteen-charact")))
                .withMessageContaining("16 characters")
                .withMessageNotContaining("fifteen-charact");
    }

    private static RequestProblemException refusal(BearerToken token, String authorization) {
        return catchThrowableOfType(RequestProblemException.class, () -> token.check(authorization));
    }
}
