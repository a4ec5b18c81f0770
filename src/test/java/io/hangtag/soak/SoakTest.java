package io.hangtag.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hangtag.testing.ChildJvm;
import io.hangtag.testing.ProcessStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The event function, invoked again and again in one process. Short: {@value #SHORT} invocations; with
 * {@code -Dhangtag.suite=long}, {@value #LONG}. A folder of photos to upload beside the examples is named by
 * {@code -Dhangtag.soak.photos}.
 */
@Tag("soak")
class SoakTest {
    private static final int SHORT = 1_000;
    private static final int LONG = 50_000;

    /**
     * The heap is taken whole at the start, so that resident memory grows only by what is outside of it. Compiled as managed
     * Java compiles in Lambda, and collected as a JVM with one processor collects.
     */
    private static final List<String> OPTIONS =
            List.of("-Xms384m", "-Xmx384m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** A photo's input tensor alone, not closed, would be 77 times this. */
    private static final double MOST_BYTES_AN_INVOCATION = 1_000;
    /** For the few invocations of the short run: code that is compiled late, and the allocator's habits. */
    private static final double GRACE_BYTES = 12_000_000;

    private static final double MOST_HEAP_KILOBYTES_GROWN = 4_000;

    @Test
    void holdsNoMoreAfterManyInvocationsThanAfterFew() throws IOException, InterruptedException {
        assumeTrue(ProcessStatus.isTold(), "skipped: this system has no /proc to read memory from");
        boolean isLong = "long".equals(System.getProperty("hangtag.suite"));
        int invocations = isLong ? LONG : SHORT;

        // when
        ChildJvm.Ended ended = new ChildJvm(Soak.class, OPTIONS, arguments(invocations))
                .run(isLong ? Duration.ofHours(4) : Duration.ofMinutes(5));

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
        Optional.ofNullable(System.getProperty("hangtag.soak.photos")).ifPresent(arguments::add);
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
        System.out.println("soak: invocations, resident kB, heap kB, threads, descriptors, ONNX values taken, open");
        samples.forEach(sample -> System.out.println("soak: " + sample.line()));
        SoakSample last = samples.get(samples.size() - 1);
        System.out.printf(
                "soak: %d invocations, %d native values taken, %d not closed%n",
                last.invocations(), last.takenValues(), last.openValues());
    }
}
