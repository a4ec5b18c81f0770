package io.hangtag.cli;

import io.hangtag.error.HangtagException;
import io.hangtag.local.LocalException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Failures that have a sentence are said in that sentence; what is left is a mistake of ours and keeps its stack. */
final class FailureSentence implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof LocalException || failure instanceof HangtagException) {
            command.getErr().println("hangtag: " + failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
