package io.hangtag.bench.scale;

import io.hangtag.bench.Durations;
import io.hangtag.bench.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a backfill at several sizes of function, event source and bucket, and holds its requests against AWS's limits. */
@Command(name = "scale", description = "A backfill of millions of photos, simulated from measured service times.")
public final class ScaleBench implements Callable<Integer> {
    private static final double GIGA = 1024;

    @Option(names = "--photos", description = "to tag (default: ${DEFAULT-VALUE})")
    private long photos = 1_000_000;

    @Option(names = "--processor-millis", description = "processor time of a photo (default: ${DEFAULT-VALUE})")
    private double processorMillis = 54;

    @Option(
            names = "--wait-millis",
            description = "S3 and DynamoDB, a photo (default: ${DEFAULT-VALUE}, an assumption)")
    private double waitMillis = 150;

    @Option(names = "--cold-start-millis", description = "to the first photo (default: ${DEFAULT-VALUE})")
    private double coldStartMillis = 1_500;

    @Option(names = "--batch-size", description = "photos of an invocation (default: ${DEFAULT-VALUE})")
    private int batchSize = 5;

    @Option(names = "--in-flight", description = "photos of a batch under way at once (default: ${DEFAULT-VALUE})")
    private int inFlight = 5;

    @Option(names = "--seed", description = "of the service times drawn (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        FunctionProfile function =
                new FunctionProfile(batchSize, inFlight, processorMillis, waitMillis, coldStartMillis);
        Scenario usual = new Scenario(photos, 1_769, 100, function, 1);
        out.printf(
                Locale.ROOT,
                "%,d photos; a photo takes %.0f ms of a processor and waits %.0f ms; cold start %.0f ms; batches of %d, %d in flight.%n%n",
                photos,
                processorMillis,
                waitMillis,
                coldStartMillis,
                batchSize,
                inFlight);
        out.println(byConcurrency(usual));
        out.println(byMemory(usual));
        out.println(bySize(usual.withMaximumConcurrency(Lambda.ACCOUNT_CONCURRENCY)));
        out.println(byLimit());
        out.flush();
        return 0;
    }

    private Table byConcurrency(Scenario usual) {
        Table table = new Table(
                "MaximumConcurrency",
                "time",
                "photos a second",
                "cold starts",
                "came again",
                "dead letters",
                "Lambda, $",
                "waits at");
        for (int concurrency : List.of(10, 50, 100, 300, 1_000)) {
            Result result = new Simulation(usual.withMaximumConcurrency(concurrency), seed).run();
            table.row(
                    concurrency,
                    time(result),
                    Durations.figure(result.photosPerSecond()),
                    result.coldStarts(),
                    grouped(result.retried()),
                    grouped(result.deadLetters()),
                    Durations.figure(result.dollars()),
                    narrowest(result));
        }
        return table;
    }

    private Table byMemory(Scenario usual) {
        Table table =
                new Table("memory, MB (MaximumConcurrency 10)", "time", "photos a second", "Lambda, GB-s", "Lambda, $");
        for (int megabytes : List.of(1_024, 1_280, 1_536, 1_769, 2_048, 3_008, 3_538)) {
            Result result = new Simulation(usual.withMegabytes(megabytes).withMaximumConcurrency(10), seed).run();
            table.row(
                    grouped(megabytes),
                    time(result),
                    Durations.figure(result.photosPerSecond()),
                    grouped(Math.round(result.environmentSeconds() * megabytes / GIGA)),
                    Durations.figure(result.dollars()));
        }
        return table;
    }

    private Table bySize(Scenario usual) {
        Table table = new Table(
                "photos (MaximumConcurrency 1,000)",
                "index keys spread over",
                "time",
                "photos a second",
                "came again",
                "dead letters",
                "Lambda, $",
                "waits at");
        for (int times : List.of(1, 10, 100)) {
            for (int partitions : List.of(1, 4)) {
                Result result = new Simulation(usual.withPhotos(times * photos).withPartitions(partitions), seed).run();
                table.row(
                        grouped(times * photos),
                        partitions,
                        time(result),
                        Durations.figure(result.photosPerSecond()),
                        grouped(result.retried()),
                        grouped(result.deadLetters()),
                        Durations.figure(result.dollars()),
                        narrowest(result));
            }
        }
        return table;
    }

    private static Table byLimit() {
        Table table = new Table("limit", "a second", "a photo takes", "photos a second");
        for (Limit limit : Limit.values()) {
            table.row(
                    limit.title(),
                    grouped((long) limit.unitsPerSecond()),
                    Durations.figure(limit.unitsPerPhoto()),
                    grouped((long) limit.photosPerSecond()));
        }
        return table;
    }

    private static String narrowest(Result result) {
        return result.narrowest() == null ? "nothing" : result.narrowest().title();
    }

    private static String time(Result result) {
        Duration time = Duration.ofSeconds((long) result.seconds());
        return "%d:%02d:%02d h".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
