package io.hangtag.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** How the ministack child is launched: its guard, its settings and nothing of our own environment that means AWS. */
final class MinistackProcess {
    private static final String GUARD = "ministack_guard.py";

    private final Path python;
    private final DataFolder data;

    MinistackProcess(Path python, DataFolder data) {
        this.python = python;
        this.data = data;
    }

    Path log() {
        return data.file("ministack.log");
    }

    Process start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(python.toString(), "-c", guard());
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PYTHON"));
        environment.putAll(Map.ofEntries(
                Map.entry("BIND_HOST", Loopback.HOST),
                Map.entry("GATEWAY_PORT", Integer.toString(port)),
                Map.entry("SERVICES", "s3,sqs"),
                Map.entry("S3_PERSIST", "1"),
                Map.entry("S3_DATA_DIR", data.folder("s3").toString()),
                Map.entry("PERSIST_STATE", "1"),
                Map.entry("STATE_DIR", data.folder("state").toString()),
                Map.entry("TMPDIR", data.folder("tmp").toString()),
                Map.entry("MINISTACK_REGION", LocalEndpoints.REGION),
                Map.entry("LOG_LEVEL", "WARNING"),
                Map.entry("SFTP_ENABLED", "0"),
                Map.entry("IOT_MTLS_ENABLED", "0"),
                // It would look for containers of its own to remove.
                Map.entry("DOCKER_HOST", "unix://" + data.file("no-docker"))));
        return builder.start();
    }

    private static String guard() throws IOException {
        try (InputStream script = MinistackProcess.class.getResourceAsStream(GUARD)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
