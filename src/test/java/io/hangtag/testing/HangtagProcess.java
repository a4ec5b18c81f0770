package io.hangtag.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged app as a process of its own, with the model package that tests can compute by hand. */
public final class HangtagProcess implements AutoCloseable {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final Process process;
    private final Path output;
    private final Path errors;

    private HangtagProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts {@code hangtag} with these arguments; standard input is empty. */
    public static HangtagProcess start(String... arguments) throws IOException {
        return start(Path.of("/dev/null"), arguments);
    }

    /** Starts {@code hangtag} with these arguments and that file as standard input. */
    public static HangtagProcess start(Path input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhangtag.model.directory=" + TestClassifiers.PACKAGES.toAbsolutePath(),
                "-Dhangtag.model.name=primary-colors",
                "-Dhangtag.local.python=" + LocalPython.interpreter(),
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("hangtag", ".out");
        Path errors = Files.createTempFile("hangtag", ".err");
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new HangtagProcess(process, output, errors);
    }

    /** Waits for the end and answers the exit status. */
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("Still running after " + limit + "; standard error: " + errors());
        }
        return process.exitValue();
    }

    /** Waits for a line on standard output that begins so. */
    public String awaitLine(String beginning, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            for (String line : lines()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("No line began with '" + beginning + "' within " + limit + ": " + lines()
                + "; standard error: " + errors());
    }

    /** Sends a signal, for example {@code INT}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Its child processes. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    public List<String> lines() {
        return read(output).lines().toList();
    }

    public String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(output);
        Files.delete(errors);
    }
}
