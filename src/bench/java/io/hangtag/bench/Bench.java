package io.hangtag.bench;

import io.hangtag.bench.backfill.BackfillBench;
import io.hangtag.bench.function.ColdBench;
import io.hangtag.bench.function.MemoryBench;
import io.hangtag.bench.function.ThroughputBench;
import io.hangtag.bench.function.WarmBench;
import io.hangtag.bench.infer.InferBench;
import io.hangtag.bench.scale.ScaleBench;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hangtag bench}: picks a benchmark by its name. Exit status 0: measured, 1: it could not be, 2: wrong usage. */
@Command(name = "hangtag bench", description = "Measures speed and size against what one would use instead.")
public final class Bench implements Callable<Integer> {
    /** Each prints to the writer of its command line. */
    private static final List<Callable<Integer>> BENCHMARKS = List.of(
            new WarmBench(),
            new ColdBench(),
            new ThroughputBench(),
            new MemoryBench(),
            new InferBench(),
            new BackfillBench(),
            new ScaleBench());

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Measure what? There are: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** The command line with all benchmarks. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Bench());
        BENCHMARKS.forEach(line::addSubcommand);
        return line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
    }

    public static void main(String... arguments) {
        System.exit(commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .execute(arguments));
    }
}
