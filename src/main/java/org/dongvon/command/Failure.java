package org.dongvon.command;

import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command that cannot go on says: the refusal's sentence, or the name of the fault; never a stack trace. */
record Failure(Console console) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof Refused refused) {
            console.complain(refused);
            return refused.refusal().kind() == Refusal.Kind.INPUT ? ExitCode.USAGE : ExitCode.SOFTWARE;
        }
        console.complain(console.text("command.fault", fault.toString()));
        return ExitCode.SOFTWARE;
    }
}
