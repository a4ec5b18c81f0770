package io.hangtag.bench.function;

import io.hangtag.bench.Durations;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One function that takes its turn in a measurement, and what it took. */
final class Side {
    /** What {@code PhotoClassifier} logs. */
    private static final Pattern STAGES = Pattern.compile("decode=([0-9.]+) ms inference=([0-9.]+) ms");

    private final String name;
    private final MeasuredFunction function;
    private Durations photos = new Durations();
    private Durations empty = new Durations();
    private Durations decode = new Durations();
    private Durations inference = new Durations();
    private double processorMillis;
    private int logged;

    Side(String name, MeasuredFunction function) {
        this.name = name;
        this.function = function;
    }

    /** Forgets what was measured. */
    void reset() {
        photos = new Durations();
        empty = new Durations();
        decode = new Durations();
        inference = new Durations();
        processorMillis = 0;
    }

    /** Tags one photo. */
    void tag(PhotoEvent photo) throws IOException, InterruptedException {
        double before = processorStarted() ? function.processorMillis() : 0;
        long start = System.nanoTime();
        function.invoke(PhotoEvent.batch(List.of(photo)));
        photos.addSince(start);
        processorMillis += function.processorMillis() - before;
        readStages();
    }

    /** Handles an event that tells of no photo. */
    void handleNothing() throws IOException, InterruptedException {
        long start = System.nanoTime();
        function.invoke(PhotoEvent.EMPTY);
        empty.addSince(start);
    }

    private boolean processorStarted() {
        return photos.count() > 0 || logged > 0;
    }

    private void readStages() throws IOException {
        String log = function.log();
        Matcher stages = STAGES.matcher(log);
        stages.region(Math.min(logged, log.length()), log.length());
        while (stages.find()) {
            decode.add(Double.parseDouble(stages.group(1)));
            inference.add(Double.parseDouble(stages.group(2)));
        }
        logged = log.length();
    }

    String name() {
        return name;
    }

    Durations photos() {
        return photos;
    }

    Durations empty() {
        return empty;
    }

    Durations decode() {
        return decode;
    }

    Durations inference() {
        return inference;
    }

    /** Processor time of a photo in milliseconds, on average. */
    double processorMillis() {
        return processorMillis / photos.count();
    }
}
