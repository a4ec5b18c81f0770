package io.hangtag.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hangtag.testing.ChildJvm;
import io.hangtag.testing.ProcessStatus;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The event function, invoked again and again in one process: {@value #SHORT} times, or {@value #LONG}. Beside the examples
 * it is given photos of shops, where the folder that stands beside the project's has some.
 */
@Tag("soak")
class SoakTest {
    private static final int SHORT = 1_000;
    private static final int LONG = 50_000;
    private static final Path PHOTOS = Path.of("../shared/data/photos/images");

    /**
     * The heap is taken whole at the start, so that resident memory grows only by what is outside of it. Compiled as managed
     * Java compiles in Lambda, and collected as a JVM with one processor collects.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xms384m",
            "-Xmx384m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UseDynamicNumberOfCompilerThreads");

    /** A photo's input tensor alone, not closed, would be 77 times this. */
    private static final double MOST_BYTES_AN_INVOCATION = 1_000;
    /** For the few invocations of the short run: code that is compiled late, and the allocator's habits. */
    private static final double GRACE_BYTES = 12_000_000;

    private static final double MOST_HEAP_KILOBYTES_GROWN = 4_000;

    @Test
    void holdsNoMoreAfterManyInvocationsThanAfterFew() throws IOException, InterruptedException {
        assumeTrue(ProcessStatus.isTold(), "skipped: this system has no /proc to read memory from");
        int invocations = SuiteSize.current().of(SHORT, LONG);

        // when
        ChildJvm.Ended ended = new ChildJvm(Soak.class, OPTIONS, arguments(invocations))
                .run(Duration.ofMinutes(SuiteSize.current().of(5, 300)));

        // then
        assertThat(ended.status()).as(ended.errors()).isZero();
        List<SoakSample> samples = ended.lines().stream().map(SoakSample::of).toList();
        report(samples);
        SoakSample last = samples.get(samples.size() - 1);
        List<SoakSample> warm = samples.subList(samples.size() / 5, samples.size());
        SoakSample first = warm.get(0);
        long warmInvocations = last.invocations() - first.invocations();
        assertThat(last.invocations()).isGreaterThanOrEqualTo(invocations);
        assertThat(last.takenValues()).isGreaterThan(invocations);
        assertThat(samples).allSatisfy(sample -> assertThat(sample.openValues()).isZero());
        assertThat(1024 * kilobytesGrown(warm))
                .as("resident bytes grown over %d invocations", warmInvocations)
                .isLessThan(GRACE_BYTES + MOST_BYTES_AN_INVOCATION * warmInvocations);
        assertThat(last.heapKilobytes()).isLessThan(first.heapKilobytes() + (long) MOST_HEAP_KILOBYTES_GROWN);
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads());
        assertThat(last.descriptors()).isLessThanOrEqualTo(first.descriptors());
    }

    private static Object[] arguments(int invocations) {
        List<Object> arguments = new ArrayList<>(List.of(invocations, invocations / 10));
        if (Files.isDirectory(PHOTOS)) {
            arguments.add(PHOTOS);
        }
        return arguments.toArray();
    }

    /** Kilobytes between the ends of the straight line through the samples (least squares). */
    private static double kilobytesGrown(List<SoakSample> samples) {
        double meanX =
                samples.stream().mapToLong(SoakSample::invocations).average().orElseThrow();
        double meanY = samples.stream()
                .mapToLong(SoakSample::residentKilobytes)
                .average()
                .orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (SoakSample sample : samples) {
            covariance += (sample.invocations() - meanX) * (sample.residentKilobytes() - meanY);
            variance += (sample.invocations() - meanX) * (sample.invocations() - meanX);
        }
        long invocations =
                samples.get(samples.size() - 1).invocations() - samples.get(0).invocations();
        return covariance / variance * invocations;
    }

    private static void report(List<SoakSample> samples) {
        SoakSample last = samples.get(samples.size() - 1);
        new SuiteCounts("soak")
                .with("invocations", last.invocations())
                .with("nativeValuesTaken", last.takenValues())
                .with("nativeValuesOpen", last.openValues())
                .with("residentKilobytesAt", by(samples, SoakSample::residentKilobytes))
                .with("heapKilobytesAt", by(samples, SoakSample::heapKilobytes))
                .with("threadsAt", by(samples, SoakSample::threads))
                .with("descriptorsAt", by(samples, SoakSample::descriptors))
                .close();
    }

    private static Map<String, Long> by(List<SoakSample> samples, Function<SoakSample, Long> figure) {
        Map<String, Long> figures = new LinkedHashMap<>();
        samples.forEach(sample -> figures.put(Long.toString(sample.invocations()), figure.apply(sample)));
        return figures;
    }
}
