package io.hangtag.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {
    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({"0055AED6DCD90281E5, 0055AED6DCD90281E6", "FF, 0100", "9, A", "a, B", "'', 1", "0055, 00550"})
    void comparesAfterPaddingOnTheLeft(String earlier, String later) {
        assertThat(Sequencer.of(earlier)).isLessThan(Sequencer.of(later));
    }

    @Test
    void takesPaddingAndCaseForNoDifference() {
        assertThat(Sequencer.of("00ab")).isEqualTo(Sequencer.of("AB"));
        assertThat(Sequencer.of("")).isEqualTo(Sequencer.NONE);
    }

    @Test
    void refusesWhatIsNoHex() {
        assertThatThrownBy(() -> Sequencer.of("xyz")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sequencer.of("0".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
