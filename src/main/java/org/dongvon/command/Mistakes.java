package org.dongvon.command;

import java.util.concurrent.ThreadLocalRandom;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong. A stack trace is for the log alone. */
final class Mistakes {

    private final Console console;

    Mistakes(Console console) {
        this.console = console;
    }

    /** The arguments cannot be understood. */
    int wrongUsage(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        switch (mistake) {
            case UnmatchedArgumentException unmatched ->
                console.tell("command.usage.UNKNOWN", unmatched.getUnmatched().getFirst(), command);
            case MissingParameterException missing ->
                console.tell("command.usage.MISSING", name(missing.getMissing().getFirst()), command);
            case OverwrittenOptionException twice ->
                console.tell("command.usage.TWICE", name(twice.getOverwritten()), command);
            default -> {
                var argument = mistake.getArgSpec();
                if (argument == null) {
                    console.tell("command.usage.NO_COMMAND", command);
                } else {
                    console.tell(
                            "command.usage.BAD_VALUE", String.valueOf(mistake.getValue()), name(argument), command);
                }
            }
        }
        return ExitCode.USAGE;
    }

    /** The command was understood and could not be done. */
    int failed(Exception exception, CommandLine command, ParseResult result) {
        if (exception instanceof Refused refused) {
            console.refuse(refused);
            return refused.refusal().kind() == Refusal.Kind.INPUT ? ExitCode.USAGE : ExitCode.SOFTWARE;
        }
        var reference = Long.toHexString(ThreadLocalRandom.current().nextLong());
        log().error("reference {}", reference, exception);
        console.tell("command.INTERNAL", reference, LogFile.of(reference, exception));
        return ExitCode.SOFTWARE;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    // Asked for late: the quick commands start no logging.
    private static Logger log() {
        return LoggerFactory.getLogger(Mistakes.class);
    }
}
