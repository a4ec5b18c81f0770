package io.hangtag.bench.backfill;

import io.hangtag.bench.Durations;
import io.hangtag.bench.Machine;
import io.hangtag.bench.PhotoSize;
import io.hangtag.bench.Table;
import io.hangtag.job.Job;
import io.hangtag.testing.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backfills the same photos again and again, with more and more of them under way at once. */
@Command(name = "backfill", description = "Photos a second of a backfill on the emulators, by how many are under way.")
public final class BackfillBench implements Callable<Integer> {
    private static final int WARM_UP = 60;
    private static final int PHOTOS_PER_STEP = 32;

    @Option(names = "--photos", description = "of each backfill (default: ${DEFAULT-VALUE})")
    private int photos = 200;

    @Option(names = "--in-flight", split = ",", description = "how many are under way (default: 1, 2, 4, 8)")
    private List<Integer> inFlight = List.of(1, 2, 4, 8);

    @Option(names = "--distance", description = "milliseconds that each call takes longer (default: ${DEFAULT-VALUE})")
    private long distance = 0;

    @Option(names = "--model", description = "the package (default: ${DEFAULT-VALUE})")
    private String model = "clothing-73";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        byte[] photo = PhotoSize.ONE_MEGAPIXEL.jpeg();
        Table table = new Table("in flight", "seconds", "photos a second", "ratio to the first");
        try (TemporaryFolder folder = TemporaryFolder.create("hangtag-bench");
                Shop shop = new Shop(folder.path(), model, new Distance(distance))) {
            shop.upload("uploads/warm/", photo, WARM_UP);
            shop.backfill("uploads/warm/", 2, PHOTOS_PER_STEP);
            double first = 0;
            for (int flying : inFlight) {
                String prefix = "uploads/%d/".formatted(flying);
                shop.upload(prefix, photo, photos);
                long start = System.nanoTime();
                Job job = shop.backfill(prefix, flying, PHOTOS_PER_STEP);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (job.counts().tagged() != photos) {
                    out.printf(
                            "Of %d photos only %d were tagged: %s%n",
                            photos, job.counts().tagged(), job.counts());
                    return 1;
                }
                double rate = photos / seconds;
                first = first == 0 ? rate : first;
                table.row(flying, Durations.figure(seconds), Durations.figure(rate), Durations.figure(rate / first));
            }
        }
        out.printf(
                "%s%n%n%d photos of 1 MP, %,d bytes; each call %d ms longer than the emulators take.%n%n%s",
                Machine.here(), photos, photo.length, distance, table);
        out.flush();
        return 0;
    }
}
