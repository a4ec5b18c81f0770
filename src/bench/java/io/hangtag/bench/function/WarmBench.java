package io.hangtag.bench.function;

import io.hangtag.bench.Machine;
import io.hangtag.bench.PhotoSize;
import io.hangtag.testing.SnapStartEmulator;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hangtag bench warm}: one photo through a function that has seen others, beside floor and Python handler, in turn. */
@Command(
        name = "warm",
        mixinStandardHelpOptions = true,
        description = "One photo through a warm function, beside the floor and a Python handler.")
public final class WarmBench implements Callable<Integer> {
    /** What has tagged the smaller photos needs little more to be warm. */
    private static final int SHARE_OF_THE_WARM = 4;

    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", defaultValue = "100", description = "Photos of each side (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--warm-up",
            defaultValue = "200",
            description = "Photos before that are not counted, a quarter of them of 12 MP (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--recording",
            paramLabel = "FOLDER",
            description =
                    "Records Hangtag's sides by JDK Flight Recorder, warm-up included, into files of this folder.")
    private Optional<Path> recordings;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Machine.here());
        out.printf("Java functions: %s; photos a side: %d, after %d%n", JavaHomes.newest(), runs, warmUp);
        if (recordings.isPresent()) {
            Files.createDirectories(recordings.get());
        }
        try (Workbench workbench = Workbench.open();
                SnapStartEmulator snapStart = new SnapStartEmulator();
                MeasuredFunction first =
                        workbench.hangtag(start("first-compiler-only", JavaStart.FIRST_COMPILER_ONLY));
                MeasuredFunction all = workbench.hangtag(start("all-compilers"));
                MeasuredFunction restored = workbench.hangtag(start("snapshot").after(snapStart.prelude()));
                MeasuredFunction python = workbench.python();
                Floor floor = workbench.floor()) {
            List<Side> hangtag = List.of(
                    new Side("Hangtag, first compiler only", first),
                    new Side("Hangtag, all compilers", all),
                    new Side("Hangtag, as SnapStart restores it", restored));
            Side handler = new Side("Python handler", python);
            for (PhotoSize size : PhotoSize.values()) {
                WarmSides sides = new WarmSides(workbench, size, hangtag, handler, floor);
                sides.run(size == PhotoSize.ONE_MEGAPIXEL ? warmUp : warmUp / SHARE_OF_THE_WARM, "warm-up");
                sides.reset();
                sides.run(runs, "measured");
                out.println();
                out.println(sides.table());
                out.flush();
            }
            if (recordings.isPresent()) {
                // Recordings are written as the processes end.
                first.end();
                all.end();
                restored.end();
            }
        }
        return 0;
    }

    private JavaStart start(String name, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        recordings.ifPresent(folder -> all.add(recordingInto(folder.resolve(name + ".jfr"))));
        return JavaStart.of(JavaHomes.newest(), all.toArray(String[]::new));
    }

    /** Sampled by processor time where the virtual machine can (JEP 509); earlier ones leave samples within system calls out. */
    private static String recordingInto(Path file) {
        String recording = "-XX:StartFlightRecording=settings=profile,filename=" + file.toAbsolutePath();
        return JavaHomes.twentyFive().isPresent()
                ? recording + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=2ms"
                : recording;
    }
}
