package io.hangtag.bench.decode;

import io.hangtag.bench.Durations;
import io.hangtag.bench.Machine;
import io.hangtag.bench.Table;
import io.hangtag.image.RgbImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures each way on each photo by JMH, in rounds, so that what else the machine does meets all of them. */
@Command(name = "decode", description = "Photo bytes to the model's input, by each decoder that one might pick.")
public final class DecodeBench implements Callable<Integer> {
    private static final List<int[]> SIZES = List.of(
            new int[] {640, 480}, new int[] {1200, 900}, new int[] {1632, 1224}, new int[] {4000, 3000}, new int[] {
                8000, 6000
            });
    private static final double MEGA = 1e6;

    @Option(names = "--megapixels", split = ",", description = "only photos of about these sizes (0.3, 1, 2, 12, 48)")
    private List<Double> megapixels = List.of(0.3, 1.0, 2.0, 12.0, 48.0);

    @Option(names = "--size", description = "side of the model's input in pixels (default: ${DEFAULT-VALUE})")
    private int size = 160;

    @Option(names = "--rounds", description = "how often all are gone through (default: ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(names = "--seconds", description = "that one is measured in a round (default: ${DEFAULT-VALUE})")
    private int seconds = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s%n%nModel input %d x %d; milliseconds of one thread.%n", Machine.here(), size, size);
        Path folder = Files.createTempDirectory("hangtag-bench");
        try {
            for (int[] side : SIZES) {
                for (boolean progressive : new boolean[] {false, true}) {
                    GeneratedPhoto photo = new GeneratedPhoto(side[0], side[1], progressive, 1);
                    if (megapixels.stream().anyMatch(asked -> isAbout(asked, photo))) {
                        out.printf("%n%s%n", table(photo, folder));
                        out.flush();
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file(folder));
            Files.delete(folder);
        }
        return 0;
    }

    private static boolean isAbout(double asked, GeneratedPhoto photo) {
        double has = photo.width() * photo.height() / MEGA;
        return has > asked / 1.2 && has < asked * 1.2;
    }

    private static Path file(Path folder) {
        return folder.resolve("photo.jpg");
    }

    private Table table(GeneratedPhoto photo, Path folder) throws IOException, InterruptedException, RunnerException {
        byte[] bytes = photo.jpeg();
        Files.write(file(folder), bytes);
        Map<DecodeWay, List<RunResult>> results = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (DecodeWay way : DecodeWay.values()) {
                results.computeIfAbsent(way, all -> new ArrayList<>()).addAll(run(way, file(folder)));
            }
        }
        RgbImage reference = new ModelInput(DecodeWay.LIBJPEG_TURBO, size).of(bytes);
        double floor = time(results.get(DecodeWay.LIBJPEG_TURBO));
        Table table = new Table(
                "%s, %,d kB".formatted(photo.title(), bytes.length / 1000),
                "ms",
                "ratio to libjpeg-turbo",
                "heap allocated, MB",
                "peak resident, MB",
                "mean / most levels from libjpeg-turbo");
        for (DecodeWay way : DecodeWay.values()) {
            table.row(
                    way.title(),
                    Durations.figure(time(results.get(way))),
                    Durations.figure(time(results.get(way)) / floor),
                    Durations.figure(allocated(results.get(way)) / MEGA),
                    PeakMemory.of(way, file(folder), size),
                    Difference.between(new ModelInput(way, size).of(bytes), reference));
        }
        return table;
    }

    private Collection<RunResult> run(DecodeWay way, Path photo) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(DecodeBenchmark.class.getName())
                        .param("way", way.name())
                        .param("photo", photo.toString())
                        .param("size", Integer.toString(size))
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.seconds(seconds))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    /** The best round: whatever disturbs a run makes it slower. */
    private static double time(List<RunResult> results) {
        return results.stream()
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .min()
                .orElseThrow();
    }

    private static double allocated(List<RunResult> results) {
        return results.stream()
                .mapToDouble(result ->
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())
                .min()
                .orElseThrow();
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new DecodeBench())
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .execute(arguments));
    }
}
