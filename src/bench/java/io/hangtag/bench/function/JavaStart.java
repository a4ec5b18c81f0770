package io.hangtag.bench.function;

import io.hangtag.testing.LambdaEmulator;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a managed Java runtime starts the function: its own jars on the class path, the function's through its class loader.
 *
 * @param java the launcher of a JDK
 * @param options of the virtual machine, beside those that every managed runtime gives
 * @param prelude shell commands of the function's process before it becomes the virtual machine
 * @param wrapper what is given the command instead of running it, as by {@code AWS_LAMBDA_EXEC_WRAPPER}
 */
record JavaStart(Path java, List<String> options, List<String> prelude, List<String> wrapper) {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /**
     * What the managed runtimes give unless SnapStart is on ("Customize Java runtime startup behavior for Lambda functions", AWS
     * Lambda Developer Guide).
     */
    static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** By a JDK in that folder. */
    static JavaStart of(Path home, String... options) {
        return new JavaStart(home.resolve("bin/java"), List.of(options), List.of(), List.of());
    }

    /** After those shell commands. */
    JavaStart after(List<String> commands) {
        return new JavaStart(java, options, commands, wrapper);
    }

    /** Through a wrapper. */
    JavaStart through(Path script) {
        return new JavaStart(java, options, prelude, List.of(script.toString()));
    }

    List<String> command(Path temporary) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(java.toString(), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                String.join(File.pathSeparator, LambdaEmulator.runtimeClient()),
                RUNTIME,
                HANDLER));
        return command;
    }
}
