package io.hangtag.bench.function;

import static io.hangtag.bench.Durations.figure;

import io.hangtag.bench.Machine;
import io.hangtag.bench.PhotoSize;
import io.hangtag.bench.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hangtag bench memory}: the most memory that photos of 12 MP take, under a function's limit. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "The most memory that photos of 12 MP take, under a function's limit.")
public final class MemoryBench implements Callable<Integer> {
    private static final long MEGABYTE = 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Option(names = "--limit", defaultValue = "512", description = "In MB (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--photos", defaultValue = "10", description = "One after the other (default: ${DEFAULT-VALUE}).")
    private int photos;

    private final byte[] photo = PhotoSize.TWELVE_MEGAPIXELS.jpeg();

    /** How a form starts after the shell commands. */
    private interface Start {
        MeasuredFunction after(String... prelude) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Machine.here());
        out.printf("Photos: %d of %,d bytes%n", photos, photo.length);
        // The virtual machine reads the limit and takes a quarter of it as heap; nothing more is set.
        JavaStart java = JavaStart.of(JavaHomes.newest(), JavaStart.FIRST_COMPILER_ONLY);
        Table table = new Table(
                "side", "limit", "peak resident memory, MB", "peak of the group with page cache, MB", "outcome");
        try (Workbench workbench = Workbench.open()) {
            row(table, "Hangtag", workbench, prelude -> workbench.hangtag(java.after(List.of(prelude))));
            row(table, "Python handler", workbench, workbench::python);
        }
        out.println();
        out.println(table);
        return 0;
    }

    private void row(Table table, String name, Workbench workbench, Start start)
            throws IOException, InterruptedException {
        String group = "hangtag-bench-" + ProcessHandle.current().pid();
        Optional<MemoryLimit> enforced = MemoryLimit.of(group, limit * MEGABYTE);
        long peak;
        try (MeasuredFunction function =
                start.after(enforced.map(MemoryLimit::join).stream().toArray(String[]::new))) {
            for (int number = 0; number < photos; number++) {
                PhotoEvent event = workbench.put(photo, "uploads/memory/" + System.nanoTime());
                function.invoke(PhotoEvent.batch(List.of(event)));
                if (!workbench.isTagged(event)) {
                    throw new IOException(name + " has not tagged " + event + ":\n" + function.log());
                }
                workbench.remove(event);
            }
            peak = function.peakKilobytes();
        }
        String ofGroup = enforced.isPresent() ? figure(enforced.get().peakBytes() / (double) MEGABYTE) : "";
        if (enforced.isPresent()) {
            enforced.get().close();
        }
        table.row(
                name,
                enforced.isPresent() ? limit + " MB by a control group" : "none: control groups cannot be made here",
                figure(peak / 1024.0),
                ofGroup,
                "all tagged");
    }
}
