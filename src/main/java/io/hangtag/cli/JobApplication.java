package io.hangtag.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.HangtagException;
import io.hangtag.job.ItemFilters;
import io.hangtag.job.Job;
import io.hangtag.job.JobEngine;
import io.hangtag.job.JobEngines;
import io.hangtag.job.JobLoop;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobState;
import io.hangtag.job.Jobs;
import io.hangtag.job.PhotoListing;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The app of {@code hangtag backfill} and {@code retag}: finds or begins the job, and makes its steps. */
@Singleton
@Unremovable
public class JobApplication implements QuarkusApplication {
    private static final int WRONG_USAGE = 2;
    private static final int PHOTOS_A_STEP_AND_LANE = 4;
    private static final int MOST_PHOTOS_A_STEP = 100;

    private final Jobs jobs;
    private final JobEngines engines;
    private final JobRuns runs;
    private final ItemFilters filters;
    private final HangtagConfig config;
    private final ObjectMapper json;

    JobApplication(
            Jobs jobs,
            JobEngines engines,
            PhotoListing listing,
            ItemFilters filters,
            HangtagConfig config,
            ObjectMapper json) {
        this.jobs = jobs;
        this.engines = engines;
        this.runs = new JobRuns(jobs, listing);
        this.filters = filters;
        this.config = config;
        this.json = json;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        JobOrder order = JobOrder.ofArgument(arguments[0]);
        try {
            JobRequest request = order.request(config.photos().bucket());
            filters.read(request.filter());
            Optional<Job> job = runs.begin(request, order.unfinished());
            return job.isPresent() ? run(order, job.get()) : refused(request);
        } catch (IllegalArgumentException e) {
            System.err.println("hangtag: " + e.getMessage());
            return WRONG_USAGE;
        } catch (HangtagException e) {
            System.err.printf("hangtag: %s: %s%n", e.code(), e.getMessage());
            return 1;
        }
    }

    private int run(JobOrder order, Job begun) throws InterruptedException {
        int photos = Math.min(MOST_PHOTOS_A_STEP, PHOTOS_A_STEP_AND_LANE * order.parallel());
        JobEngine engine = engines.engine(order.parallel(), photos);
        JobLoop loop = new JobLoop(
                engines.jobs(), engine, Clock.systemUTC(), duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
        long start = System.nanoTime();
        Job ended;
        try (JobProgress progress = JobProgress.of(order.progress(), begun)) {
            ended = loop.run(begun, progress::at);
        }
        JobSummary summary = JobSummary.of(ended, (System.nanoTime() - start) / 1e9);
        System.out.println(order.json() ? summary.toJson(json) : summary.toText());
        return ended.state() == JobState.DONE && ended.counts().failed() == 0 ? 0 : 1;
    }

    private static int refused(JobRequest request) {
        System.err.printf(
                "hangtag: a %s of the same photos was interrupted; go on with it by --resume, or begin anew by --restart%n",
                request.kind().wireName());
        return WRONG_USAGE;
    }
}
