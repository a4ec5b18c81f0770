package io.hangtag.cli;

import io.hangtag.job.JobKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hangtag retag}: tags photos of the catalog again, by the model that serves. */
@Command(name = "retag", description = "Tags photos again that another model answered; corrections by people stay.")
final class RetagCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions options;

    @Option(names = "--model", paramLabel = "NAME@VERSION", description = "Only photos that this model answered.")
    private List<String> models = List.of();

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            description = "Only photos that match, by the names of GET /api/photos; may be repeated.")
    private List<String> filters = List.of();

    @Option(names = "--bucket", paramLabel = "NAME", description = "Whose photos (default: HANGTAG_PHOTOS_BUCKET).")
    private String bucket;

    @Option(
            names = "--serve",
            paramLabel = "NAME",
            description = "The model that answers, a folder of models/packages (default: clothing-73).")
    private String served;

    @Override
    public Integer call() {
        new ServedModel(served).apply(spec.commandLine());
        Map<String, List<String>> filter = new TreeMap<>();
        if (!models.isEmpty()) {
            filter.put("model", models);
        }
        for (String given : filters) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw options.wrong("--filter is NAME=VALUE, not '" + given + "'");
            }
            filter.merge(given.substring(0, equals), List.of(given.substring(equals + 1)), RetagCommand::both);
        }
        return options.run(JobKind.RETAG, bucket, null, filter);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
