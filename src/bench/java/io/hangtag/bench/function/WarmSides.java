package io.hangtag.bench.function;

import static io.hangtag.bench.Durations.figure;

import io.hangtag.bench.Durations;
import io.hangtag.bench.PhotoSize;
import io.hangtag.bench.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sides of {@link WarmBench}, for photos of one size. */
final class WarmSides {
    private final Workbench workbench;
    private final PhotoSize size;
    private final List<Side> hangtag;
    private final Side python;
    private final Floor floor;
    private final EmulatorCalls calls;
    private final byte[] photo;
    private final Path file;
    private Durations floorWall = new Durations();
    private Durations floorDecode = new Durations();
    private Durations floorProcessor = new Durations();
    private Durations hangtagCalls = new Durations();
    private Durations pythonCalls = new Durations();

    WarmSides(Workbench workbench, PhotoSize size, List<Side> hangtag, Side python, Floor floor) throws IOException {
        this.workbench = workbench;
        this.size = size;
        this.hangtag = hangtag;
        this.python = python;
        this.floor = floor;
        this.calls = new EmulatorCalls(workbench.aws().endpoints());
        this.photo = size.jpeg();
        this.file = Files.write(workbench.file(size.name()), photo);
    }

    /** Forgets what was measured. */
    void reset() {
        hangtag.forEach(Side::reset);
        python.reset();
        floorWall = new Durations();
        floorDecode = new Durations();
        floorProcessor = new Durations();
        hangtagCalls = new Durations();
        pythonCalls = new Durations();
    }

    /** So many photos on each side, in turn. */
    void run(int photos, String name) throws IOException, InterruptedException {
        for (int number = 0; number < photos; number++) {
            String key = "uploads/%s/%s/%d-".formatted(size.name(), name, number);
            for (Side side : hangtag) {
                tag(side, key + hangtag.indexOf(side));
            }
            tag(python, key + "python");
            Floor.Took took = floor.classify(file);
            floorWall.add(took.wall());
            floorDecode.add(took.decode());
            floorProcessor.add(took.processor());
            call(key + "calls");
        }
    }

    private void tag(Side side, String key) throws IOException, InterruptedException {
        PhotoEvent event = workbench.put(photo, key);
        side.handleNothing();
        side.tag(event);
        if (!workbench.isTagged(event)) {
            throw new IOException(side.name() + " has not tagged " + event);
        }
        workbench.remove(event);
    }

    private void call(String key) throws IOException, InterruptedException {
        PhotoEvent event = workbench.put(photo, key);
        long start = System.nanoTime();
        calls.hangtag(event);
        hangtagCalls.addSince(start);
        start = System.nanoTime();
        calls.python(event);
        pythonCalls.addSince(start);
        workbench.remove(event);
    }

    /** What was measured, in milliseconds, medians where nothing else is said. */
    Table table() {
        Table table = new Table(
                "%s, %,d bytes".formatted(size, photo.length),
                "invoked to answered",
                "p95",
                "of it the emulators",
                "rest / floor",
                "decoding",
                "model",
                "processor time, mean",
                "/ floor");
        hangtag.forEach(side -> row(table, side, hangtagCalls));
        row(table, python, pythonCalls);
        double processor = floorProcessor.median();
        return table.row(
                "floor",
                figure(floorWall.median()),
                figure(floorWall.p95()),
                "0",
                "1",
                figure(floorDecode.median()),
                figure(floorWall.median() - floorDecode.median()),
                figure(processor),
                "1");
    }

    private void row(Table table, Side side, Durations emulatorCalls) {
        double emulators = emulatorCalls.median() + side.empty().median();
        boolean staged = side.decode().count() > 0;
        table.row(
                side.name(),
                figure(side.photos().median()),
                figure(side.photos().p95()),
                figure(emulators),
                figure((side.photos().median() - emulators) / floorWall.median()),
                staged ? figure(side.decode().median()) : "",
                staged ? figure(side.inference().median()) : "",
                figure(side.processorMillis()),
                figure(side.processorMillis() / floorProcessor.median()));
    }
}
