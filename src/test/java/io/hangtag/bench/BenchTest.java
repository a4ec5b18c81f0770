package io.hangtag.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The command line of {@code ./hangtag bench}; nothing is measured. */
class BenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutANameItSaysWhatThereIs() {
        // when
        int status = bench();
        // then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith("Measure what? There are: ");
    }

    @Test
    void aNameThatThereIsNotIsWrongUsage() {
        // when
        int status = bench("luck");
        // then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("luck");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anOptionThatIsNoNumberIsWrongUsage() {
        // when
        int status = bench("warm", "--runs", "many");
        // then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--runs").contains("many");
    }

    @Test
    void helpOfABenchmarkSaysItsOptions() {
        // when
        int status = bench("throughput", "--help");
        // then
        assertThat(status).isZero();
        assertThat(out.toString()).contains("--photos").contains("--batch").contains("default: 5");
    }

    @Test
    void tellsTheMachineInOneLine() {
        assertThat(Machine.here().toString())
                .contains(Runtime.version().toString())
                .contains("processors")
                .matches(".* \\d{4}-\\d{2}-\\d{2}");
    }

    private int bench(String... arguments) {
        return Bench.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }
}
