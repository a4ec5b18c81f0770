package io.hangtag.bench.function;

import static io.hangtag.bench.Durations.figure;

import io.hangtag.bench.Durations;
import io.hangtag.bench.Machine;
import io.hangtag.bench.PhotoSize;
import io.hangtag.bench.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hangtag bench cold}: from the start of a function's process to its first photo tagged, in turn. */
@Command(
        name = "cold",
        mixinStandardHelpOptions = true,
        description = "From the start of a function to its first photo tagged.")
public final class ColdBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", defaultValue = "12", description = "Starts of each form (default: ${DEFAULT-VALUE}).")
    private int runs;

    private final byte[] photo = PhotoSize.ONE_MEGAPIXEL.jpeg();

    /** How a form starts. */
    private interface Start {
        MeasuredFunction start() throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Machine.here());
        Optional<Path> newer = JavaHomes.twentyFive();
        if (newer.isEmpty()) {
            out.printf("Without an AOT cache: %s names no JDK 25%n", JavaHomes.VARIABLE);
        }
        try (Workbench workbench = Workbench.open()) {
            Map<String, Start> forms = forms(workbench, newer);
            Map<String, Durations> taken = new LinkedHashMap<>();
            // The first round fills the file cache and is not counted.
            for (int run = 0; run <= runs; run++) {
                for (Map.Entry<String, Start> form : forms.entrySet()) {
                    Durations durations = taken.computeIfAbsent(form.getKey(), name -> new Durations());
                    double elapsed = firstPhoto(workbench, form.getValue());
                    if (run > 0) {
                        durations.add(elapsed);
                    }
                }
            }
            out.println();
            out.println(table(taken));
        }
        return 0;
    }

    private Map<String, Start> forms(Workbench workbench, Optional<Path> newer)
            throws IOException, InterruptedException {
        StartCache caches = new StartCache(workbench, photo);
        Path own = JavaHomes.own();
        JavaStart plain = JavaStart.of(own, JavaStart.FIRST_COMPILER_ONLY);
        JavaStart archived = caches.record(own, workbench.file("archive"));
        Map<String, Start> forms = new LinkedHashMap<>();
        forms.put(JavaHomes.name(own), () -> workbench.hangtag(plain));
        forms.put(JavaHomes.name(own) + ", CDS archive", () -> workbench.hangtag(archived));
        if (newer.isPresent()) {
            JavaStart plainNewer = JavaStart.of(newer.get(), JavaStart.FIRST_COMPILER_ONLY);
            JavaStart ahead = caches.record(newer.get(), workbench.file("ahead"));
            forms.put("JDK 25", () -> workbench.hangtag(plainNewer));
            forms.put("JDK 25, AOT cache", () -> workbench.hangtag(ahead));
        }
        forms.put("Python handler", workbench::python);
        return forms;
    }

    private double firstPhoto(Workbench workbench, Start form) throws IOException, InterruptedException {
        PhotoEvent event = workbench.put(photo, "uploads/cold/" + System.nanoTime());
        long start = System.nanoTime();
        try (MeasuredFunction function = form.start()) {
            function.invoke(PhotoEvent.batch(List.of(event)));
            double elapsed = (System.nanoTime() - start) / 1e6;
            if (!workbench.isTagged(event)) {
                throw new IOException("The photo was not tagged:\n" + function.log());
            }
            return elapsed;
        } finally {
            workbench.remove(event);
        }
    }

    private static Table table(Map<String, Durations> taken) {
        Durations python = taken.get("Python handler");
        Durations plain = taken.values().iterator().next();
        Table table = new Table("form", "to the first tag, ms", "p95", "/ first row", "/ Python handler");
        taken.forEach((name, durations) -> table.row(
                name,
                figure(durations.median()),
                figure(durations.p95()),
                figure(durations.ratioTo(plain)),
                figure(durations.ratioTo(python))));
        return table;
    }
}
