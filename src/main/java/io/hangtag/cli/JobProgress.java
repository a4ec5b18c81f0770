package io.hangtag.cli;

import io.hangtag.job.Job;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a job is: a bar with rate and time left on standard error, or nothing where nobody watches. */
final class JobProgress implements AutoCloseable {
    private static final int WIDTH = 79;

    private final Optional<ProgressBar> bar;

    private JobProgress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /** Of a job that may have been begun before. */
    static JobProgress of(boolean watched, Job job) {
        return new JobProgress(watched ? Optional.of(bar(job)) : Optional.empty());
    }

    private static ProgressBar bar(Job job) {
        return new ProgressBarBuilder()
                .setTaskName(job.request().kind().wireName())
                .setUnit(" photos", 1)
                .setInitialMax(job.total() == null ? -1 : job.total())
                .startsFrom(job.counts().seen(), Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
    }

    void at(Job job) {
        bar.ifPresent(drawn -> {
            drawn.stepTo(job.counts().seen());
            drawn.setExtraMessage(job.error() == null ? "" : " " + job.error().code());
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
