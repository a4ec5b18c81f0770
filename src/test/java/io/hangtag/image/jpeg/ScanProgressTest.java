package io.hangtag.image.jpeg;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import org.junit.jupiter.api.Test;

class ScanProgressTest {
    private static final long COEFFICIENTS = 3 * 64_000_000L;

    private final ScanProgress progress = new ScanProgress(3);

    @Test
    void letsTheLargestPictureBeGoneOverSixTimes() {
        for (int scan = 0; scan < 6; scan++) {
            assertThatCode(() -> progress.spend(COEFFICIENTS)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAPictureThatIsGoneOverAsOftenAsItCanBe() {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> {
                    for (int scan = 0; scan < 14; scan++) {
                        progress.spend(COEFFICIENTS);
                    }
                })
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code)
                .withMessageContaining("more work than any picture");
    }
}
