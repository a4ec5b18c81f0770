package io.hangtag.bench.function;

import static io.hangtag.bench.Durations.figure;

import io.hangtag.bench.Machine;
import io.hangtag.bench.PhotoSize;
import io.hangtag.bench.Table;
import io.hangtag.testing.SnapStartEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hangtag bench throughput}: the same photos in the batches of a queue, through Hangtag and the Python handler. */
@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description = "Photos a second of one core, beside a Python handler.")
public final class ThroughputBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--photos", defaultValue = "300", description = "Photos of each side (default: ${DEFAULT-VALUE}).")
    private int photos;

    @Option(
            names = "--warm-up",
            defaultValue = "300",
            description = "Photos before that are not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--batch",
            defaultValue = "5",
            description = "Photos of one batch, as the stack's BatchSize has it (default: ${DEFAULT-VALUE}).")
    private int batch;

    private final byte[] photo = PhotoSize.ONE_MEGAPIXEL.jpeg();

    /** One side, and what it has used. */
    private static final class Runner {
        private final String name;
        private final MeasuredFunction function;
        private int tagged;
        private double seconds;
        private double processorSeconds;

        Runner(String name, MeasuredFunction function) {
            this.name = name;
            this.function = function;
        }

        double rate() {
            return tagged / seconds;
        }

        double processorRate() {
            return tagged / processorSeconds;
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Machine.here());
        out.printf(
                "Java functions: %s; photos a side: %d, in batches of %d, after %d%n",
                JavaHomes.newest(), photos, batch, warmUp);
        try (Workbench workbench = Workbench.open();
                SnapStartEmulator snapStart = new SnapStartEmulator();
                MeasuredFunction first =
                        workbench.hangtag(JavaStart.of(JavaHomes.newest(), JavaStart.FIRST_COMPILER_ONLY));
                MeasuredFunction all = workbench.hangtag(JavaStart.of(JavaHomes.newest()));
                MeasuredFunction restored =
                        workbench.hangtag(JavaStart.of(JavaHomes.newest()).after(snapStart.prelude()));
                MeasuredFunction python = workbench.python()) {
            List<Runner> runners = List.of(
                    new Runner("Python handler", python),
                    new Runner("Hangtag, first compiler only", first),
                    new Runner("Hangtag, all compilers", all),
                    new Runner("Hangtag, as SnapStart restores it", restored));
            for (Runner runner : runners) {
                runner.function.invoke(PhotoEvent.EMPTY);
            }
            run(workbench, runners, warmUp);
            for (Runner runner : runners) {
                runner.tagged = 0;
                runner.seconds = 0;
                runner.processorSeconds = 0;
            }
            run(workbench, runners, photos);
            out.println();
            out.println(table(runners));
        }
        return 0;
    }

    private void run(Workbench workbench, List<Runner> runners, int count) throws IOException, InterruptedException {
        for (int done = 0; done < count; done += batch) {
            for (Runner runner : runners) {
                List<PhotoEvent> events = new ArrayList<>();
                for (int number = 0; number < batch; number++) {
                    events.add(workbench.put(photo, "uploads/throughput/" + System.nanoTime()));
                }
                double processor = runner.function.processorMillis();
                long start = System.nanoTime();
                runner.function.invoke(PhotoEvent.batch(events));
                runner.seconds += (System.nanoTime() - start) / 1e9;
                runner.processorSeconds += (runner.function.processorMillis() - processor) / 1e3;
                runner.tagged += batch;
                for (PhotoEvent event : events) {
                    if (!workbench.isTagged(event)) {
                        throw new IOException(runner.name + " has not tagged " + event);
                    }
                    workbench.remove(event);
                }
            }
        }
    }

    private static Table table(List<Runner> runners) {
        Runner python = runners.get(0);
        Table table = new Table(
                "side",
                "photos a second",
                "/ Python handler",
                "photos a second of its own processor time",
                "/ Python handler");
        runners.forEach(runner -> table.row(
                runner.name,
                figure(runner.rate()),
                figure(runner.rate() / python.rate()),
                figure(runner.processorRate()),
                figure(runner.processorRate() / python.processorRate())));
        return table;
    }
}
