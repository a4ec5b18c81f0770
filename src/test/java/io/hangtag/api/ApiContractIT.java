package io.hangtag.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hangtag.testing.HangtagProcess;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks the packaged app whatever its OpenAPI document allows, and what it does not, by schemathesis: there is no fault of the
 * service, and every answer has a status, a media type and a form that the document tells of.
 */
class ApiContractIT {
    private static final Path SCHEMATHESIS =
            Path.of(".hangtag/contract/bin/schemathesis").toAbsolutePath();
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration ASKED = Duration.ofMinutes(8);
    private static final String CHECKS = String.join(
            ",",
            "not_a_server_error",
            "status_code_conformance",
            "content_type_conformance",
            "response_schema_conformance");

    @TempDir
    Path folder;

    @Test
    void keepsItsContractWhateverItIsAsked() throws Exception {
        assumeTrue(
                Files.isExecutable(SCHEMATHESIS),
                "skipped: there is no schemathesis at " + SCHEMATHESIS + "; ./hangtag test installs it");
        // given the photo that the document's examples name
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.write(photos.resolve("linen shirt.jpg"), TestPictures.png(TestPictures.RED_SHIRT));
        int port = freePort();
        try (HangtagProcess up = HangtagProcess.start(
                "up",
                "--port",
                Integer.toString(port),
                "--photos",
                photos.toString(),
                "--data",
                folder.resolve("data").toString())) {
            up.awaitLine("ready ", READY);

            // when
            Path log = folder.resolve("schemathesis.log");
            Process asking = new ProcessBuilder(command("http://127.0.0.1:" + port + "/q/openapi"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = asking.waitFor(ASKED.toSeconds(), TimeUnit.SECONDS);
            asking.destroyForcibly();

            // then
            String output = Files.readString(log, StandardCharsets.UTF_8);
            assertThat(ended).as(output).isTrue();
            assertThat(asking.exitValue()).as(output).isZero();
            assertThat(output).contains("Test cases");
        }
    }

    /** Without chance and memory, so that the same build is asked the same. */
    private static List<String> command(String document) {
        return List.of(
                SCHEMATHESIS.toString(),
                "run",
                document,
                "--checks=" + CHECKS,
                "--phases=examples,coverage,fuzzing",
                "--max-examples=8",
                "--generation-deterministic",
                "--suppress-health-check=all",
                "--continue-on-failure",
                "--request-timeout=30",
                "--workers=1",
                "--warnings=off",
                "--no-color");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
