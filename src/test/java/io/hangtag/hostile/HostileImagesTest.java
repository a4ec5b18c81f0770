package io.hangtag.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hangtag.testing.ChildJvm;
import io.hangtag.testing.ProcessStatus;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every hostile file ends in a tag or in its own error code, within the memory of the smallest function and in time. */
@Tag("images")
class HostileImagesTest {
    /** Of {@code TaggerMemory} in the template, the least that it allows. */
    private static final long SMALLEST_FUNCTION_KILOBYTES = 1024 * 1024;

    /** The heap that managed Java has of it, 85 %, collected and compiled as there. */
    static final List<String> OPTIONS =
            List.of("-Xmx870m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private static final int LEAST_FILES = 400;
    /** Of processor time: a batch of five such files, the template's default, is done within its 60 s. */
    private static final long MOST_MILLISECONDS = 12_000;

    private static final int SHORT_BOMBS = 2000;

    @Test
    void eachEndsInATagOrInItsCode() throws IOException, InterruptedException {
        assumeTrue(ProcessStatus.isTold(), "skipped: this system has no /proc to read memory from");

        ChildJvm.Ended ended = new ChildJvm(
                        HostileRun.class, OPTIONS, SuiteSize.current().of(SHORT_BOMBS, Bombs.LARGEST))
                .run(Duration.ofMinutes(20));

        assertThat(ended.status()).as(ended.errors()).isZero();
        List<Ending> endings = new ArrayList<>();
        long peak = 0;
        for (String line : ended.lines()) {
            if (line.startsWith(HostileRun.PEAK)) {
                peak = Long.parseLong(line.substring(HostileRun.PEAK.length()).strip());
            } else {
                endings.add(Ending.of(line));
            }
        }
        report(endings, peak);
        assertThat(endings).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
        assertThat(endings.stream().map(Ending::file)).doesNotHaveDuplicates();
        assertThat(endings).allSatisfy(ending -> {
            assertThat(ending.actual()).as(ending.file()).isEqualTo(ending.expected());
            assertThat(ending.milliseconds()).as(ending.file()).isLessThan(MOST_MILLISECONDS);
        });
        assertThat(peak).isLessThan(SMALLEST_FUNCTION_KILOBYTES);
    }

    private static void report(List<Ending> endings, long peak) {
        Map<String, Long> kinds = endings.stream()
                .map(Ending::actual)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Ending slowest = endings.stream()
                .max(Comparator.comparingLong(Ending::milliseconds))
                .orElseThrow();
        new SuiteCounts("images")
                .with("files", endings.size())
                .with("ended", kinds)
                .with(
                        "wrong",
                        endings.stream().filter(ending -> !ending.isRight()).count())
                .with("peakKilobytes", peak)
                .with("slowestMilliseconds", slowest.milliseconds())
                .with("slowest", slowest.file())
                .close();
    }
}
