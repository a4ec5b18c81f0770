package io.hangtag.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @Test
    void medianAndNinetyFifthAreValuesThatWereMeasured() {
        // given 1 to 100 ms, the longest first
        Durations durations = new Durations();
        IntStream.rangeClosed(1, 100).forEach(number -> durations.add(101 - number));
        // when, then
        assertThat(durations.count()).isEqualTo(100);
        assertThat(durations.median()).isEqualTo(50);
        assertThat(durations.p95()).isEqualTo(95);
    }

    @Test
    void aRatioIsThatOfTheMedians() {
        // given
        Durations ours = new Durations();
        Durations theirs = new Durations();
        ours.add(3);
        theirs.add(2);
        // when, then
        assertThat(ours.ratioTo(theirs)).isEqualTo(1.5);
    }

    @Test
    void noneHaveNoMedian() {
        assertThat(new Durations().median()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1.234, 1.23", "12.34, 12.3", "123.4, 123", "NaN, NaN"})
    void figuresHaveThreeDigits(double value, String shown) {
        assertThat(Durations.figure(value)).isEqualTo(shown);
    }
}
