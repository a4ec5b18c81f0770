package io.hangtag.cli;

import io.hangtag.job.JobKind;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hangtag backfill}: tags what lies in a bucket and was never processed. */
@Command(name = "backfill", description = "Tags the photos of a bucket that were never processed.")
final class BackfillCommand implements Callable<Integer> {
    private static final Pattern PLACE = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    @Mixin
    private ModelOption model;

    @Mixin
    private JobOptions options;

    @Parameters(paramLabel = "s3://BUCKET/PREFIX", description = "Where the photos lie.")
    private String place;

    @Override
    public Integer call() {
        Matcher named = PLACE.matcher(place);
        if (!named.matches()) {
            throw options.wrong("photos lie under s3://BUCKET/PREFIX, not '" + place + "'");
        }
        model.apply();
        String prefix = named.group(2) == null ? "" : named.group(2);
        return options.run(JobKind.BACKFILL, named.group(1), prefix, Map.of());
    }
}
