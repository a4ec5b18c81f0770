package io.hangtag.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own with the tests' class path: for what has to be measured alone, or may break its process. */
public final class ChildJvm {
    private final List<String> command = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));

    /**
     * What a process left behind.
     *
     * @param status its exit status
     * @param lines of its standard output
     * @param errors its standard error
     */
    public record Ended(int status, List<String> lines, String errors) {}

    /**
     * A process that runs a class.
     *
     * @param options of the virtual machine
     */
    public ChildJvm(Class<?> main, List<String> options, Object... arguments) {
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
    }

    /** Runs it to its end; one that is not there yet is ended, and the test fails. */
    public Ended run(Duration limit) throws IOException, InterruptedException {
        Path options = Files.createTempFile("hangtag", ".arguments");
        Path output = Files.createTempFile("hangtag", ".out");
        Path errors = Files.createTempFile("hangtag", ".err");
        try {
            // A class path is longer than some command lines may be.
            Files.write(options, command.stream().skip(1).map(ChildJvm::quoted).toList());
            Process process = new ProcessBuilder(command.get(0), "@" + options)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        "Still running after %s; its last words: %s%s".formatted(limit, tail(output), tail(errors)));
            }
            return new Ended(process.exitValue(), Files.readAllLines(output), tail(errors));
        } finally {
            Files.delete(options);
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String tail(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(Math.max(0, text.length() - 8_000));
    }
}
