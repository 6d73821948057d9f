package org.dongvon.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The launcher without a command: says what there is. */
@Command(name = "dongvon", sortOptions = false)
final class Dongvon implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(
            names = {CommandLanguage.OPTION},
            paramLabel = "vi|en",
            scope = ScopeType.INHERIT,
            descriptionKey = "lang")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String language;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "no command");
        }
    }
}
