package io.hangtag.cli;

import io.hangtag.job.JobKind;
import io.hangtag.job.JobRequest;
import io.hangtag.local.LocalEndpoints;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What backfill and re-tag have in common: how fast, how to go on, and where AWS is. */
final class JobOptions {
    private static final int MOST_PARALLEL = 64;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--rate", paramLabel = "N", description = "The most photos a second (default: no limit).")
    private Double rate;

    @ArgGroup
    private final Unfinished unfinished = new Unfinished();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Photos under way at a time, 1 to 64 (default: twice the processors).")
    private Integer parallel;

    @Option(
            names = "--endpoint",
            paramLabel = "SERVICE=URL",
            description = "Of s3 or dynamodb, as 'hangtag up' prints them (default: AWS).")
    private Map<String, URI> endpoints = new HashMap<>();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Of the catalog (default: HANGTAG_CATALOG_TABLE, else hangtag-catalog).")
    private String table;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks (default: the user).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    @Option(names = "--progress", hidden = true, description = "Standard error is a terminal.")
    private boolean progress;

    /** One of the two. */
    static final class Unfinished {
        @Option(names = "--resume", description = "Go on with a run that was interrupted.")
        private boolean resume;

        @Option(names = "--restart", description = "Give up a run that was interrupted, and begin anew.")
        private boolean restart;
    }

    /** Runs the job in the app, which is started without its HTTP server. */
    int run(JobKind kind, String bucket, String prefix, Map<String, List<String>> filter) {
        check();
        JobOrder order = new JobOrder(
                kind,
                bucket,
                prefix,
                filter,
                rate,
                by,
                parallel == null ? 2 * Runtime.getRuntime().availableProcessors() : parallel,
                unfinished(),
                json,
                progress);
        return new Launch(settings()).run(JobApplication.class, order.toArgument());
    }

    private void check() {
        if (parallel != null && (parallel < 1 || parallel > MOST_PARALLEL)) {
            throw wrong("--parallel is 1 to " + MOST_PARALLEL + ", not " + parallel);
        }
        if (!Set.of("s3", "dynamodb").containsAll(endpoints.keySet())) {
            throw wrong("--endpoint names s3 or dynamodb, as in s3=http://127.0.0.1:9000, not " + endpoints.keySet());
        }
        try {
            JobRequest.backfill("any", "", by, null).withRate(rate);
        } catch (IllegalArgumentException e) {
            throw wrong("--rate: " + e.getMessage());
        }
    }

    private JobOrder.Unfinished unfinished() {
        if (unfinished.resume) {
            return JobOrder.Unfinished.RESUME;
        }
        return unfinished.restart ? JobOrder.Unfinished.RESTART : JobOrder.Unfinished.REFUSE;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.host-enabled", "false");
        // As many photos at a time as are asked for, each on one processor.
        settings.put("hangtag.model.threads", "1");
        if (table != null) {
            settings.put("hangtag.catalog.table", table);
        }
        endpoints.forEach((service, url) -> settings.put("hangtag.aws." + service + "-endpoint", url.toString()));
        if (!endpoints.isEmpty()) {
            settings.put("hangtag.aws.region", LocalEndpoints.REGION);
        }
        return settings;
    }

    ParameterException wrong(String what) {
        return new ParameterException(command.commandLine(), "hangtag: " + what);
    }
}
