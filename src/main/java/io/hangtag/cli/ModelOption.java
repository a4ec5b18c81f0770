package io.hangtag.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which model answers, see {@link ServedModel}. */
final class ModelOption {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--model", paramLabel = "NAME", description = "A folder of models/packages (default: clothing-73).")
    private String name;

    /** Hands the choice to the app that is started next. */
    void apply() {
        new ServedModel(name).apply(command.commandLine());
    }
}
