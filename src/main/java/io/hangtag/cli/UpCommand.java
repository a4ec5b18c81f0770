package io.hangtag.cli;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalException;
import io.hangtag.local.LocalNames;
import io.hangtag.local.Loopback;
import io.hangtag.local.QueueSettings;
import io.hangtag.local.UpApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hangtag up}: the endpoints first, then the app on them. */
@Command(
        name = "up",
        description = "Starts everything on this machine, uploads photos and prints their tags; stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private final Path home = Path.of(System.getProperty("hangtag.local.home", ""));

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Of the page (default: 8080).")
    private int port;

    @Option(
            names = "--photos",
            paramLabel = "DIR",
            description = "Photos to upload at start (default: the project's examples).")
    private Path photos;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where photos and catalog survive (default: .hangtag/data of the project).")
    private Path data;

    @Override
    public Integer call() {
        model.apply();
        if (port < 1 || port > 65535) {
            throw new ParameterException(
                    spec.commandLine(), "hangtag: a port is a number from 1 to 65535, not " + port);
        }
        if (photos != null && !Files.isDirectory(photos)) {
            throw new ParameterException(spec.commandLine(), "hangtag: there is no folder " + photos + " to upload");
        }
        if (!Loopback.isFree(port)) {
            throw new LocalException("port " + port + " is taken: stop what listens there, or give --port another one");
        }
        Path folder = data == null ? home.resolve(".hangtag/data") : data;
        LocalAws aws = LocalAws.start(python(), folder, LocalNames.DEFAULT, QueueSettings.DEFAULT);
        try (aws) {
            new EndpointShutdown(aws).register();
            return new Launch(settings(aws)).run(UpApplication.class);
        }
    }

    private Path python() {
        String python = System.getProperty("hangtag.local.python");
        return python == null ? home.resolve(".hangtag/venv/bin/python") : Path.of(python);
    }

    private Map<String, String> settings(LocalAws aws) {
        Map<String, String> settings = new HashMap<>(aws.endpoints().settings());
        settings.put("hangtag.local.started-at", aws.startedAt().toString());
        settings.put("hangtag.photos.bucket", LocalNames.DEFAULT.bucket());
        settings.put("hangtag.photos.upload-prefix", LocalNames.DEFAULT.uploadPrefix());
        settings.put("hangtag.catalog.table", LocalNames.DEFAULT.table());
        settings.put("hangtag.jobs.worker", "true");
        settings.put("hangtag.local.page", Loopback.http(port).toString());
        settings.put("hangtag.api.access", "open");
        settings.put("quarkus.http.host", Loopback.HOST);
        settings.put("quarkus.http.port", Integer.toString(port));
        Path uploads = photos == null ? home.resolve("examples") : photos;
        if (Files.isDirectory(uploads)) {
            settings.put("hangtag.local.photos", uploads.toAbsolutePath().toString());
        }
        return settings;
    }
}
