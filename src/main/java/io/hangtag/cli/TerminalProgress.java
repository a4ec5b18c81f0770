package io.hangtag.cli;

import java.io.PrintStream;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left on standard error, below the lines that were printed. */
final class TerminalProgress implements Progress {
    private static final int WIDTH = 79;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final ProgressBar bar;

    private TerminalProgress(PrintStream terminal, ProgressBar bar) {
        this.terminal = terminal;
        this.bar = bar;
    }

    static TerminalProgress of(OptionalLong count) {
        PrintStream terminal = System.err;
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("tag")
                .setUnit(" photos", 1)
                .setInitialMax(count.orElse(-1))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .setConsumer(new Drawing(terminal))
                .build();
        return new TerminalProgress(terminal, bar);
    }

    @Override
    public void step(Runnable print) {
        synchronized (terminal) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
            print.run();
        }
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }

    /** The bar is drawn by a thread of its own, never while a line is printed. */
    private static final class Drawing extends ConsoleProgressBarConsumer {
        private final PrintStream terminal;

        Drawing(PrintStream terminal) {
            super(terminal, WIDTH);
            this.terminal = terminal;
        }

        @Override
        public void accept(String bar) {
            synchronized (terminal) {
                super.accept(bar);
            }
        }
    }
}
