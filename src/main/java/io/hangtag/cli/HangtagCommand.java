package io.hangtag.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hangtag} without a command: wrong usage, and the usage is said. */
@Command(
        name = "hangtag",
        description = "Tags photos of clothing.",
        subcommands = {UpCommand.class, TagCommand.class, BackfillCommand.class, RetagCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = false)
final class HangtagCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "hangtag: which command?");
    }
}
