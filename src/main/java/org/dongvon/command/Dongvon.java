package org.dongvon.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The launcher without a command, and what every command takes. */
@Command(name = "dongvon", sortOptions = false, mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
final class Dongvon implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Only declared here: {@code Main} has read it already, to complain in the right language. */
    @Option(names = "--lang", paramLabel = "vi|en", scope = ScopeType.INHERIT, descriptionKey = "lang")
    void language(String ignored) {}

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "");
        }
    }
}
