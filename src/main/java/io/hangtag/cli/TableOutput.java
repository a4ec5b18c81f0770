package io.hangtag.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Aligned columns for a person: answer, level, confidence, file. The file comes last, since it has any length. */
final class TableOutput implements TagOutput {
    private final PrintStream out;

    TableOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(TagLine line) {
        out.println(line.isFailed() ? failed(line) : answered(line));
    }

    private static String answered(TagLine line) {
        return String.format(
                Locale.ROOT,
                "%-32s  %-7s  %.2f  %s",
                named(line),
                line.level().wireName(),
                line.confidence(),
                line.file());
    }

    private static String named(TagLine line) {
        return switch (line.level()) {
            case CLASS, NONE -> line.classId();
            case GARMENT -> line.garment();
            case GROUP -> line.group();
        };
    }

    private static String failed(TagLine line) {
        return String.format(
                Locale.ROOT,
                "%-32s  %-7s  %4s  %s: %s",
                line.error().code(),
                "failed",
                "-",
                line.file(),
                line.error().text());
    }
}
