package org.dongvon.command;

import java.util.stream.Collectors;
import org.dongvon.shared.Refused;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line. */
record WrongUsage(Console console) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        var refused =
                switch (wrong) {
                    case MissingParameterException missing ->
                        new Refused(CommandRefusal.MISSING_OPTION, names(missing), command);
                    case UnmatchedArgumentException unmatched ->
                        new Refused(CommandRefusal.UNKNOWN_ARGUMENT, String.join(" ", unmatched.getUnmatched()), command);
                    case OverwrittenOptionException twice ->
                        new Refused(CommandRefusal.OPTION_TWICE, name(twice.getOverwritten()), command);
                    default -> new Refused(CommandRefusal.NO_COMMAND, command);
                };
        console.complain(refused);
        return ExitCode.USAGE;
    }

    private static String names(MissingParameterException missing) {
        return missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
