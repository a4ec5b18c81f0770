package io.hangtag.cli;

import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.Loopback;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hangtag tag}: checks its usage, then starts the app without its HTTP server. */
@Command(name = "tag", description = "Tags photos on disk, without a server.")
final class TagCommand implements Callable<Integer> {
    /** The app has clients of AWS that files do not need; nothing listens where they point. */
    private static final LocalEndpoints NOWHERE =
            new LocalEndpoints(Loopback.http(9), Loopback.http(9), Loopback.http(9));

    @Mixin
    private ModelOption model;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--progress", hidden = true, description = "Standard error is a terminal.")
    private boolean progress;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Photos, folders of photos, or - for paths on standard input, one a line.")
    private List<String> paths;

    @Override
    public Integer call() {
        model.apply();
        return new Launch(settings()).run(TagApplication.class, new TagRequest(json, progress, paths).toArguments());
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(NOWHERE.settings());
        settings.put("quarkus.http.host-enabled", "false");
        // As many photos at a time as there are processors, each on one.
        settings.put("hangtag.model.threads", "1");
        return settings;
    }
}
