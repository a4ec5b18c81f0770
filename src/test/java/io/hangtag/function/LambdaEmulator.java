package io.hangtag.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Lambda runtime interface emulator with a function in JVM form behind it: what the aws-sam-cli wheel ships, started by
 * itself, on free loopback ports.
 */
final class LambdaEmulator implements AutoCloseable {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private final Process process;
    private final URI invocations;
    private final HttpClient http = HttpClient.newHttpClient();

    private LambdaEmulator(Process process, int port) {
        this.process = process;
        this.invocations = URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations");
    }

    /**
     * Starts the function.
     *
     * @param emulator the emulator's executable
     * @param task the unzipped function, Lambda's {@code /var/task}
     * @param environment of the function
     * @param log where its output goes
     */
    static LambdaEmulator start(Path emulator, Path task, Map<String, String> environment, Path log)
            throws IOException {
        Path bootstrap = bootstrap(task);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        emulator.toString(),
                        "--runtime-interface-emulator-address",
                        "127.0.0.1:" + port,
                        "--runtime-api-address",
                        "127.0.0.1:" + freePort(),
                        bootstrap.toString(),
                        HANDLER)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "tagger");
        builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
        return new LambdaEmulator(builder.start(), port);
    }

    /** Invokes the function and waits for its answer. */
    String invoke(String event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(invocations)
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        for (int attempt = 0; ; attempt++) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (ConnectException notYet) {
                if (attempt == 100 || !process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    /** As the managed runtime starts a handler: its runtime client, then the task's own classes. */
    private static Path bootstrap(Path task) throws IOException {
        String classPath = Stream.concat(
                        Stream.of(AWSLambda.class, PojoSerializer.class, RequestHandler.class)
                                .map(LambdaEmulator::jar),
                        Stream.of(task.resolve("lib") + File.separator + "*", task.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> lines = List.of(
                "#!/bin/sh",
                "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s '%s'"
                        .formatted(java, classPath, AWSLambda.class.getName(), HANDLER));
        Path bootstrap = Files.write(task.resolveSibling("bootstrap"), lines);
        if (!bootstrap.toFile().setExecutable(true)) {
            throw new IOException(bootstrap + " cannot be made executable");
        }
        return bootstrap;
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
