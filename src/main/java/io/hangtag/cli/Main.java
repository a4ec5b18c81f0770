package io.hangtag.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Entry point of the local app. The commands decide what of Quarkus is started, and start it themselves. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Runs a command; the exit status is 0 if all went well, 1 if something failed, 2 for wrong usage. */
    public static void main(String... arguments) {
        int status = new CommandLine(new HangtagCommand())
                .setExecutionExceptionHandler(new FailureSentence())
                .setUsageHelpWidth(100)
                .execute(arguments);
        System.exit(status);
    }
}
