package org.dongvon.command;

import java.util.Objects;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The launcher without a command: there is nothing to do but to say what there is. */
@Command(name = "dongvon", sortOptions = false)
final class Dongvon implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    // The parser itself prints the help.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    void help(boolean asked) {}

    // Read before parsing, by CommandLanguage: help and mistakes are in this language too.
    @Option(
            names = {CommandLanguage.OPTION},
            paramLabel = "vi|en",
            scope = ScopeType.INHERIT,
            descriptionKey = "lang",
            converter = CommandLanguage.Known.class)
    void language(Language asked) {}

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "no command");
    }
}
