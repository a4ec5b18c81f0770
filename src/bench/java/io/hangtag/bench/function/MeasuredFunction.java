package io.hangtag.bench.function;

import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A function under the emulator, and what its process has used. */
final class MeasuredFunction implements AutoCloseable {
    /** Of proc_pid_stat(5); Linux has had no other on these architectures. */
    private static final double MILLIS_A_TICK = 10;

    private final LambdaEmulator emulator;

    private MeasuredFunction(LambdaEmulator emulator) {
        this.emulator = emulator;
    }

    /**
     * Starts a function.
     *
     * @param command of its process, by its folder for temporary files
     * @param prelude shell commands before that
     */
    static MeasuredFunction start(
            Path rie,
            Path task,
            Map<String, String> environment,
            Function<Path, List<String>> command,
            List<String> prelude)
            throws IOException {
        return new MeasuredFunction(LambdaEmulator.start(rie, task, environment, (unzipped, work, temporary) -> {
            String exec = command.apply(temporary).stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" ", "exec ", "\n"));
            Path script = Files.writeString(
                    work.resolve("bootstrap"),
                    "#!/bin/sh\nset -e\ncd \"$LAMBDA_TASK_ROOT\"\n" + String.join("\n", prelude) + "\n" + exec);
            if (!script.toFile().setExecutable(true)) {
                throw new IOException(script + " cannot be made executable");
            }
            return script;
        }));
    }

    /**
     * Invokes it and waits for its answer.
     *
     * @throws IOException if it failed
     */
    String invoke(String event) throws IOException, InterruptedException {
        String answer = emulator.invoke(event);
        if (answer.contains("errorType") || answer.contains("itemIdentifier")) {
            throw new IOException("The function failed: " + answer + "\n" + emulator.log());
        }
        return answer;
    }

    /** What it has logged. */
    String log() throws IOException {
        return emulator.log();
    }

    /** Processor time since its start, in milliseconds, of user and system. */
    double processorMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }

    /** The most memory that it ever held, in kilobytes. */
    long peakKilobytes() throws IOException {
        return ProcessStatus.of(pid()).peakKilobytes();
    }

    private long pid() {
        return emulator.function().pid();
    }

    /** Asks the function's process to end by itself, and waits until it has. */
    void end() {
        ProcessHandle function = emulator.function();
        function.destroy();
        function.onExit().join();
    }

    @Override
    public void close() throws IOException {
        emulator.close();
    }
}
