package io.hangtag.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Lambda runtime interface emulator with a function behind it: what the aws-sam-cli wheel ships, started by itself, on
 * free loopback ports. A function with a {@code bootstrap} is started by that, as {@code provided.al2023} does; any other as
 * the managed Java runtime does.
 */
public final class LambdaEmulator implements AutoCloseable {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private final Process process;
    private final URI invocations;
    private final TemporaryFolder folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private LambdaEmulator(Process process, int port, TemporaryFolder folder) {
        this.process = process;
        this.invocations = URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations");
        this.folder = folder;
    }

    /**
     * Starts the function, or skips the test where the emulator is missing.
     *
     * @param task the unzipped function, Lambda's {@code /var/task}
     * @param environment of the function
     */
    public static LambdaEmulator start(Path task, Map<String, String> environment) throws IOException {
        return start(task, environment, List.of());
    }

    /**
     * Starts the function, or skips the test where the emulator is missing.
     *
     * @param task the unzipped function, Lambda's {@code /var/task}
     * @param environment of the function
     * @param prelude shell commands of the function's process before it becomes the virtual machine; not of a native form
     */
    public static LambdaEmulator start(Path task, Map<String, String> environment, List<String> prelude)
            throws IOException {
        Optional<Path> emulator = find(Path.of(System.getProperty("hangtag-test.sam", ".hangtag/sam")));
        assumeTrue(
                emulator.isPresent(),
                "Skipped: there is no Lambda runtime interface emulator; run ./hangtag test, which installs it");
        return start(
                emulator.orElseThrow(),
                task,
                environment,
                (unzipped, work, temporary) -> bootstrap(unzipped, work, temporary, prelude));
    }

    /** What the emulator starts to have a function. */
    public interface Bootstrap {
        /**
         * An executable file that becomes the function's process.
         *
         * @param task the unzipped function
         * @param work a folder for files of this start, gone after it
         * @param temporary the folder for the function's temporary files
         */
        Path write(Path task, Path work, Path temporary) throws IOException;
    }

    /**
     * Starts a function in another way than the managed Java runtime does.
     *
     * @param emulator see {@link #find(Path)}
     * @param task the unzipped function, Lambda's {@code /var/task}
     * @param environment of the function
     */
    public static LambdaEmulator start(Path emulator, Path task, Map<String, String> environment, Bootstrap bootstrap)
            throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("hangtag-lambda");
        Path temporary = Files.createDirectory(temporary(folder));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        emulator.toString(),
                        "--runtime-interface-emulator-address",
                        "127.0.0.1:" + port,
                        "--runtime-api-address",
                        "127.0.0.1:" + freePort(),
                        bootstrap.write(task, folder.path(), temporary).toString(),
                        HANDLER)
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "function");
        builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
        return new LambdaEmulator(builder.start(), port, folder);
    }

    private static Path log(TemporaryFolder folder) {
        return folder.path().resolve("function.log");
    }

    private static Path temporary(TemporaryFolder folder) {
        return folder.path().resolve("tmp");
    }

    /**
     * The emulator for this machine, if the wheel of aws-sam-cli is there.
     *
     * @param environment the Python environment with it
     */
    public static Optional<Path> find(Path environment) throws IOException {
        String processor = ModelLayerFolder.architecture();
        if (!Files.isDirectory(environment)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(
                environment.toRealPath(),
                12,
                (file, attributes) ->
                        file.endsWith(Path.of("samcli", "local", "rapid", "aws-lambda-rie-" + processor)))) {
            return files.filter(Files::isExecutable).findFirst();
        }
    }

    /** Invokes the function and waits for its answer. */
    public String invoke(String event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(invocations)
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        for (int attempt = 0; ; attempt++) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (ConnectException notYet) {
                if (attempt == 1_000 || !process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(10);
            }
        }
    }

    /** What the function and the emulator have logged. */
    public String log() throws IOException {
        return Files.readString(log(folder));
    }

    /** The folder for temporary files of a function in JVM form. */
    public Path temporary() {
        return temporary(folder);
    }

    /** The process of the function, once it was invoked. */
    public ProcessHandle function() {
        return process.children().findFirst().orElseThrow(() -> new IllegalStateException("No function was started"));
    }

    /** The files with that word in their name that the function's process has mapped into its memory. */
    public List<Path> mappedFiles(String word) throws IOException {
        for (ProcessHandle descendant : process.descendants().toList()) {
            Path maps = Path.of("/proc", Long.toString(descendant.pid()), "maps");
            List<Path> found = Files.readAllLines(maps).stream()
                    .filter(line -> line.contains(word) && line.contains("/"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static Path bootstrap(Path task, Path work, Path temporary, List<String> prelude) throws IOException {
        Path nativeForm = task.resolve("bootstrap");
        if (Files.isRegularFile(nativeForm)) {
            return executable(nativeForm);
        }
        // As the managed runtime starts a handler: its runtime client, then the task's own classes.
        String classPath = Stream.concat(
                        runtimeClient().stream(),
                        Stream.of(task.resolve("lib") + File.separator + "*", task.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh"));
        lines.addAll(prelude);
        lines.add("exec '%s' -XX:TieredStopAtLevel=1 -Djava.io.tmpdir='%s' -cp '%s' %s '%s'"
                .formatted(java, temporary, classPath, AWSLambda.class.getName(), HANDLER));
        return executable(Files.write(work.resolve("bootstrap"), lines));
    }

    /** The jars of the managed runtime's own part, which calls the handler. */
    public static List<String> runtimeClient() {
        return Stream.of(AWSLambda.class, PojoSerializer.class, RequestHandler.class)
                .map(LambdaEmulator::jar)
                .toList();
    }

    private static Path executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
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
    public void close() throws IOException {
        List<ProcessHandle> function = process.descendants().toList();
        function.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        function.forEach(handle -> handle.onExit().join());
        folder.close();
    }
}
